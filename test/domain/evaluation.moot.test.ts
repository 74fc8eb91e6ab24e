import { appealed, decided } from '../../domain/evaluation/appeal';
import type { Evaluation } from '../../domain/evaluation/evaluation';
import { isMoot } from '../../domain/notice/moot';
import type { Owed } from '../../domain/notice/notice';
import { BY, begun, done, JANUARY, sign } from './evaluations';

describe('a pending push about an evaluation', () => {
  test('a notice that asks for marks or for an answer is not pushed once there is nothing left to do', () => {
    const [asked] = begun().outbox;
    const collecting = begun();
    const sealed = sign(done());
    const open = appealed(sealed, 'w0', '少算了', JANUARY + 1);
    const answeredOne = decided(open, 'w0', { upheld: false, text: '核过' }, BY, JANUARY + 2);
    const notice = (owed: Owed) => ({ ...owed, _id: owed.key, to: 'r1', attempts: [] });
    const moot = (owed: Owed, evaluation: Evaluation) => isMoot(notice(owed), JANUARY + 3, { evaluation });
    expect([moot(asked!, collecting), moot(asked!, sealed)]).toEqual([false, true]);
    const appeal = open.outbox.find(({ kind }) => kind === 'appeal-asked')!;
    expect([moot(appeal, open), moot(appeal, answeredOne)]).toEqual([false, true]);
    const another = appealed(open, 'w1', '我也少算了', JANUARY + 2);
    const first = decided(another, 'w0', { upheld: false, text: '核过' }, BY, JANUARY + 3);
    const second = another.outbox.filter(({ kind }) => kind === 'appeal-asked').at(-1)!;
    expect([moot(appeal, first), moot(second, first)]).toEqual([true, false]);
  });
});
