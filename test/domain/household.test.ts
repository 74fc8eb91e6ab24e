import fc from 'fast-check';
import type { Entry } from '../../domain/contact/entry';
import { Refusal } from '../../domain/error/refusal';
import { answer, ask, forget, waiting } from '../../domain/household/ask';
import { callMe, standingCall } from '../../domain/household/call';
import { historyOf } from '../../domain/household/history';
import type { Household } from '../../domain/household/household';
import { CODE_ALPHABET, codeFrom, invite, openInvite } from '../../domain/household/invite';
import { hearerOf, keeperOf } from '../../domain/household/keeper';
import { hasLeft, released } from '../../domain/household/residence';
import { vouch } from '../../domain/household/word';
import { maskName } from '../../domain/person/name';
import { DAY, HOUR } from '../../domain/time/shanghai';
import { aPerson, aWorker, GRID, NOW } from './build';

const aHousehold = (change: Partial<Household> = {}): Household => ({
  _id: 'h1',
  rev: 0,
  applied: [],
  outbox: [],
  area: GRID,
  head: '苏雅拉',
  members: 3,
  address: '二社3号',
  ...change,
});
const telling = { to: { person: 'w1' }, areaPath: '锡尼镇' };
const wish = (phone: string, code = 'ABCDEFGH') => ({
  id: `a-${phone}`,
  openid: phone,
  name: phone,
  code,
  consent: '2026-11',
});

describe('invites', () => {
  test('any bytes make a code of letters that nobody confuses', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        expect(codeFrom(bytes)).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
      }),
    );
    expect(new Set(CODE_ALPHABET).size).toBe(32);
  });

  test('open for seven days to the millisecond, and never for a household that is gone', () => {
    const open = invite(aHousehold(), 'ABCDEFGH', 'w1', NOW);
    expect(openInvite(open, NOW + 7 * DAY - 1)?.code).toBe('ABCDEFGH');
    expect(openInvite(open, NOW + 7 * DAY)).toBeUndefined();
    expect(openInvite({ ...open, ended: { at: NOW, why: 'moved-away' } }, NOW)).toBeUndefined();
  });
});

describe('asking to be bound', () => {
  test('a code that goes round does not fill the household', () => {
    let household = aHousehold();
    for (let n = 0; n < 20; n += 1) household = ask(household, wish(`o${n}`), telling, NOW);
    expect(() => ask(household, wish('o20'), telling, NOW)).toThrow(Refusal);
    expect(ask(household, wish('o3'), telling, NOW)).toBe(household);
    expect(waiting(household)).toHaveLength(20);
  });

  test('answered asks are dropped after thirty days, waiting ones are not', () => {
    let household = ask(aHousehold(), wish('o1'), telling, NOW);
    household = ask(household, wish('o2'), telling, NOW);
    const by = { person: 'w1', name: '刘' };
    household = answer(household, { id: 'a-o1', yes: false, by }, { areaPath: '' }, NOW);
    const later = ask(household, wish('o3'), telling, NOW + 31 * DAY);
    expect(later.asks?.map((one) => one.openid)).toEqual(['o2', 'o3']);
  });

  test('forgetting a phone takes its notices back and keeps the others’', () => {
    let household = ask(aHousehold(), wish('o1'), telling, NOW);
    household = ask(household, wish('o2'), telling, NOW + HOUR);
    const left = forget(household, 'o1');
    expect(left.outbox.map((owed) => owed.key)).toEqual(['h1.a-o2.bind-asked']);
    expect(left.owedAt).toBe(NOW + HOUR);
    const empty = forget(left, 'o2');
    expect([empty.outbox, 'owedAt' in empty]).toEqual([[], false]);
    expect(forget(empty, 'o2')).toBe(empty);
  });
});

describe('who looks after a household', () => {
  const link = (change: object) => ({ household: 'h1', from: NOW - 30 * DAY, ...change });
  const own = aWorker(0, { _id: 'own', links: [link({})] });
  const cover = aWorker(0, { _id: 'cover', links: [link({ from: NOW, to: NOW + 7 * DAY, cover: true })] });
  const former = aWorker(0, { _id: 'former', links: [link({ to: NOW - DAY })] });

  test('the worker; the cover while it lasts; the chief when nobody does', () => {
    const all = [former, own, cover];
    expect(keeperOf('h1', all, NOW - HOUR)?._id).toBe('own');
    expect(keeperOf('h1', all, NOW)?._id).toBe('cover');
    expect(keeperOf('h1', all, NOW + 7 * DAY)?._id).toBe('own');
    expect(keeperOf('h2', all, NOW)).toBeUndefined();
    expect(hearerOf({ _id: 'h1', area: GRID }, [former], NOW)).toEqual({
      post: { role: 'chief', area: GRID },
    });
  });
});

describe('a wish to be called', () => {
  const asked = { at: NOW, by: { person: 'r1', name: '图雅' } };
  const with_ = (lastAt: number | null) => ({ lastAt, to: { person: 'w1' }, areaPath: '' });

  test('stands until a later contact, and lapses when homes look back no further', () => {
    const household = { callAsked: asked };
    expect(standingCall(household, NOW - 1, NOW + DAY)).toBe(asked);
    expect(standingCall(household, NOW, NOW + DAY)).toBe(asked);
    expect(standingCall(household, NOW + 1, NOW + DAY)).toBeUndefined();
    expect(standingCall(household, null, NOW + 49 * DAY - 1)).toBe(asked);
    expect(standingCall(household, null, NOW + 49 * DAY)).toBeUndefined();
  });

  test('any taps and contacts: one wish stands at most, and one notice a day has a key of its own', () => {
    const step = fc.record({ gap: fc.integer({ min: 1, max: 3 * DAY }), contact: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let household = aHousehold();
        let lastAt: number | null = null;
        let at = NOW;
        for (const { gap, contact } of steps) {
          at += gap;
          const before = standingCall(household, lastAt, at);
          if (contact) lastAt = at;
          else household = callMe(household, { ...asked, at }, with_(lastAt));
          if (!contact) expect(standingCall(household, lastAt, at)?.at).toBe(before?.at ?? at);
        }
        for (const { key, at: owedAt } of household.outbox)
          expect(key).toBe(`h1.${new Date(owedAt + 8 * HOUR).toISOString().slice(0, 10)}.call-asked`);
      }),
    );
  });
});

describe('a household’s word', () => {
  const by = { person: 'r1', name: '图雅', role: 'resident' as const };
  const chief = { person: 'c1', name: '王海', role: 'chief' as const };

  test('a chief’s call-back does not use up the household’s own change', () => {
    let household = aHousehold({ words: { '2026-W48': { said: 'unreached', at: NOW, by: chief } } });
    household = vouch(household, '2026-W48', { said: 'yes', at: NOW, by });
    household = vouch(household, '2026-W48', { said: 'no', at: NOW, by });
    expect(household.words?.['2026-W48']).toMatchObject({ said: 'no', was: { said: 'yes' } });
    expect(() => vouch(household, '2026-W48', { said: 'yes', at: NOW, by })).toThrow(Refusal);
  });

  test('words older than half a year are dropped with the next one', () => {
    const old = { said: 'yes' as const, at: NOW - 200 * DAY, by };
    const household = aHousehold({ words: { '2026-W18': old, '2026-W40': old } });
    const after = vouch(household, '2026-W48', { said: 'yes', at: NOW, by });
    expect(Object.keys(after.words ?? {})).toEqual(['2026-W40', '2026-W48']);
  });
});

describe('a household’s history', () => {
  const once = (at: number, channel: Entry['channel'] = 'phone'): Omit<Entry, 'was'> => ({
    channel,
    inPerson: channel === 'home',
    at,
    by: 'w1',
    syncedAt: at,
  });

  test('has every day’s contact once, the latest first, corrections of one day left out', () => {
    const was = [once(NOW - HOUR), once(NOW - 2 * HOUR), once(NOW + DAY)];
    const entry: Entry = { ...once(NOW, 'home'), was };
    const sheets: Parameters<typeof historyOf>[1] = [
      { worker: 'w2', week: '2026-W47', entries: { h1: once(NOW - 7 * DAY), h2: once(NOW) } },
      { worker: 'w1', week: '2026-W48', entries: { h1: entry } },
    ];
    const past = historyOf('h1', sheets);
    expect(past.map(({ worker, best, entry: { at } }) => [worker, best, at])).toEqual([
      ['w1', false, NOW + DAY],
      ['w1', true, NOW],
      ['w2', true, NOW - 7 * DAY],
    ]);
  });
});

test('a masked name shows its first character, whatever writing it is in', () => {
  expect(['苏雅拉', ' 苏', '𠀀雅', 'Naran', ''].map(maskName)).toEqual(['苏*', '苏*', '𠀀*', 'N*', '*']);
});

describe('who takes the consent back', () => {
  const consents = [{ purpose: 'contact-and-problems' as const, version: '2026-11', at: NOW }];
  const links = { household: 'h1', consents, openid: 'o1', phone: '19900000000' };
  const push = { left: {}, day: '', today: 0, weeks: {}, muted: [], told: [] };

  test('without a post keeps only what proves consent and withdrawal', () => {
    const person = { ...aPerson('r1', []), name: '苏雅拉', ...links, push };
    const left = released(person, 'command-1', NOW + DAY);
    expect(left).toEqual({
      _id: 'r1',
      name: '苏*',
      posts: [],
      desks: [],
      area: person.area,
      areaPath: person.areaPath,
      consents: [{ ...consents[0], withdrawnAt: NOW + DAY, withdrawnBy: 'command-1' }],
    });
    expect([hasLeft(left, 'command-1'), hasLeft(left, 'command-2')]).toEqual([true, false]);
  });

  test('with a post stays who they are, and an earlier withdrawal keeps its own date', () => {
    const earlier = { ...consents[0]!, withdrawnAt: NOW - DAY, withdrawnBy: 'command-0' };
    const worker = aWorker(3, { ...links, consents: [earlier, ...consents] });
    const left = released(worker, 'command-1', NOW + DAY);
    expect(left).toMatchObject({ name: worker.name, openid: 'o1', phone: '19900000000', area: GRID });
    expect(left.household).toBeUndefined();
    expect(left.consents?.map((one) => one.withdrawnBy)).toEqual(['command-0', 'command-1']);
  });
});
