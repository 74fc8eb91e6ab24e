import type { WaitingAsk } from '../../domain/contract/views';
import * as zh from '../../src/i18n/zh/points';
import { askKey, asksLeft, deskHeading } from '../../src/pages/awards/asks-left';
import { NOW } from './build';

const ask = (id: string, barred?: WaitingAsk['barred']): WaitingAsk => ({
  account: 'worker.w1',
  year: '2026',
  kind: 'worker',
  name: '刘志强',
  areaPath: '锡尼镇·胜利村委会·第1网格',
  ask: {
    id,
    kind: 'award',
    version: 'v1',
    rule: 'merit',
    amount: 5,
    text: '好',
    photos: [],
    at: NOW,
    by: { person: 'chief', name: '王海' },
    recused: [],
  },
  rule: { name: { zh: '', en: '' }, text: { zh: '', en: '' }, evidence: { zh: '', en: '' } },
  ...(barred ? { barred } : {}),
});

describe('the desk where awards are signed', () => {
  const first = { asks: [ask('a', 'author'), ask('b', 'own')] };
  const second = { asks: [ask('c'), ask('d')] };

  test('with more below, the heading counts what is shown; at the end, what waits for this reader', () => {
    expect(deskHeading(asksLeft([first], []), true, zh.awards)).toBe('先看最早的 2 件，下面还有');
    expect(deskHeading(asksLeft([first], []), false, zh.awards)).toBe('没有等您同意的');
    expect(deskHeading(asksLeft([first, second], []), false, zh.awards)).toBe('2 件等您同意');
  });

  test('when all that was read is answered and more is below, it counts no 0', () => {
    const all = [first, second].flatMap(({ asks }) => asks).map(askKey);
    expect(deskHeading(asksLeft([first, second], all), true, zh.awards)).toBeUndefined();
    expect(deskHeading(asksLeft([first, second], all), false, zh.awards)).toBe('没有等您同意的');
  });

  test('an answer on the second page takes that ask out and leaves the rest where it is', () => {
    const left = asksLeft([first, second], [askKey(ask('c'))]);
    expect(left.map(({ ask: { id } }) => id)).toEqual(['a', 'b', 'd']);
  });
});
