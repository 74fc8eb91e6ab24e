import fc from 'fast-check';
import { Refusal } from '../../domain/error/refusal';
import type { Person, PostRole } from '../../domain/person/person';
import { approve, decline, recuse } from '../../domain/points/answer';
import type { EntryAsk } from '../../domain/points/ask';
import { askAward } from '../../domain/points/award';
import { booked, newBook, type PointsBook } from '../../domain/points/book';
import type { PointsEntry } from '../../domain/points/entry';
import { askReverse } from '../../domain/points/reverse';
import { barOf, desksToSign, isBefore, seconds, withDesks } from '../../domain/points/second';
import { DAY } from '../../domain/time/shanghai';
import { NOW as AT, aPerson } from './build';

const VILLAGE = '150625100208';
const GRID = '150625100208001';

const at = (person: string, ...posts: [PostRole, string][]): Person =>
  aPerson(
    person,
    posts.map(([role, area]) => ({ role, area, areaPath: '' })),
  );

const CHIEF = at('chief', ['chief', GRID]);
const SECRETARY = at('secretary', ['secretary', VILLAGE]);
const OFFICIAL = at('official', ['official', '150625100']);
const BANNER = at('banner', ['official', '150625']);
const PEOPLE = [CHIEF, SECRETARY, OFFICIAL, BANNER];
const WORKER = { account: 'worker.w', area: VILLAGE, grid: GRID };

/** Enough working days for whoever would lose points to speak. */
const LATER = 10 * DAY;
const MERIT = { rule: 'merit', amount: 5, text: '救火' };

const by = ({ _id, name }: Person) => ({ person: _id, name });
const fresh = (change: Partial<PointsBook> = {}): PointsBook => ({
  ...newBook({ ...WORKER, year: '2026', areaPath: '', name: '刘志强' }),
  ...change,
});

const SETTLED: PointsEntry[] = [1, 2, 3].map((n) => ({
  cause: `found-p${n}`,
  rule: 'found',
  version: 'default.1',
  amount: n,
  month: '2026-10',
  at: AT - n * DAY,
  bookedAt: AT,
  evidence: { kind: 'problem', id: `p${n}` },
}));

/** What somebody tries; most tries are refused, and a refused one must change nothing. */
type Try =
  | { do: 'award'; rule: string; amount: number; n: number }
  | { do: 'reverse'; nth: number; n: number }
  | { do: 'approve' | 'decline' | 'recuse'; nth: number; by: number };

const nth = fc.nat(11);
const tries: fc.Arbitrary<Try> = fc.oneof(
  fc.record({
    do: fc.constant('award' as const),
    rule: fc.constantFrom('merit', 'lapse', 'coverage'),
    amount: fc.integer({ min: -12, max: 12 }),
    n: fc.nat(999),
  }),
  fc.record({ do: fc.constant('reverse' as const), nth, n: fc.nat(999) }),
  fc.record({
    do: fc.constantFrom('approve' as const, 'decline' as const, 'recuse' as const),
    nth,
    by: fc.nat(3),
  }),
);

function step(book: PointsBook, one: Try, index: number): PointsBook {
  const asking = (n: number) => ({ id: `a${index}`, by: by(PEOPLE[n % 4]!), at: AT + index });
  if (one.do === 'award')
    return askAward(book, [], { rule: one.rule, amount: one.amount, text: '事', heard: '话' }, asking(one.n));
  if (one.do === 'reverse') {
    const causes = Object.keys(book.entries);
    return askReverse(
      book,
      causes[one.nth % causes.length] ?? 'none',
      { text: '错', heard: '话' },
      asking(one.n),
    );
  }
  const person = PEOPLE[one.by]!;
  const ask = book.asks[one.nth % Math.max(1, book.asks.length)];
  if (!ask) return book;
  if (one.do === 'recuse') return recuse(book, ask.id, '亲戚', by(person), AT + index);
  if (barOf(WORKER, ask, person)) return book;
  return one.do === 'approve'
    ? approve(book, [], ask.id, by(person), AT + index + LATER)
    : decline(book, ask.id, '不', by(person), AT + index);
}

function attempt(book: PointsBook, one: Try, index: number): PointsBook {
  const before = JSON.stringify(book);
  try {
    return step(book, one, index);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(JSON.stringify(book)).toBe(before);
    return book;
  }
}

function mustBeSound(book: PointsBook): void {
  const entries = Object.values(book.entries);
  expect(book.total).toBe(entries.reduce((sum, { amount }) => sum + amount, 0));
  for (const entry of entries) {
    expect(book.entries[entry.cause]).toBe(entry);
    if (entry.approvedBy) expect(entry.approvedBy.person).not.toBe(entry.by?.person);
    if (entry.reversedBy !== undefined) {
      const back = book.entries[entry.reversedBy];
      expect([back?.reverses, (back?.amount ?? 0) + entry.amount, back?.month]).toEqual([
        entry.cause,
        0,
        entry.month,
      ]);
    }
    if (entry.reverses !== undefined) expect(book.entries[entry.reverses]?.reversedBy).toBe(entry.cause);
  }
  for (const rule of ['merit', 'lapse']) {
    const standing = entries.filter((one) => one.rule === rule && !one.reverses && !one.reversedBy);
    expect(Math.abs(standing.reduce((sum, { amount }) => sum + amount, 0))).toBeLessThanOrEqual(20);
  }
  const open = book.asks.some(({ answer }) => !answer);
  expect(book.waiting).toEqual(open ? ['150625', '150625100', VILLAGE] : undefined);
  for (const { answer, by: author, recused } of book.asks) {
    expect(answer?.by.person).not.toBe(author.person);
    if (answer) expect(recused.map(({ person }) => person)).not.toContain(answer.by.person);
  }
}

test('whatever is tried in whatever order: the sum is right, two people signed, no cap broken, each undone once', () => {
  fc.assert(
    fc.property(fc.array(tries, { maxLength: 60 }), (all) => {
      mustBeSound(all.reduce(attempt, booked(fresh(), SETTLED)));
    }),
    { numRuns: 300 },
  );
});

test('taking everything back restores the sum of before, and can be done once only', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 4 }), (amounts) => {
      let book = booked(fresh(), SETTLED);
      const before = book.total;
      amounts.forEach((amount, n) => {
        const words = { rule: 'lapse', amount: -Math.min(amount, 5), text: '查实', heard: '认' };
        book = askAward(book, [], words, { id: `a${n}`, by: by(CHIEF), at: AT });
        book = approve(book, [], `a${n}`, by(SECRETARY), AT + LATER);
      });
      expect(book.total).toBe(before - amounts.reduce((sum, amount) => sum + Math.min(amount, 5), 0));
      amounts.forEach((_amount, n) => {
        book = askReverse(book, `ask-a${n}`, { text: '查错了' }, { id: `b${n}`, by: by(CHIEF), at: AT });
        book = approve(book, [], `b${n}`, by(SECRETARY), AT + LATER);
        const again = () =>
          askReverse(book, `ask-a${n}`, { text: '再来' }, { id: `c${n}`, by: by(CHIEF), at: AT });
        expect(again).toThrow(/NOT_NOW at cause/);
      });
      expect(book.total).toBe(before);
    }),
  );
});

describe('who may put the second signature', () => {
  const ask = (author: Person, ...recused: Person[]) => ({
    by: by(author),
    recused: recused.map((one) => ({ ...by(one), at: AT, text: '' })),
  });
  const names = (people: readonly Person[]) => people.map(({ _id }) => _id);

  test('the village first, then the township, then the banner, as people step back', () => {
    expect(names(seconds(WORKER, ask(CHIEF), PEOPLE, AT))).toEqual(['secretary']);
    expect(names(seconds(WORKER, ask(SECRETARY), PEOPLE, AT))).toEqual(['chief']);
    expect(names(seconds(WORKER, ask(OFFICIAL), PEOPLE, AT))).toEqual(['chief', 'secretary']);
    expect(names(seconds(WORKER, ask(CHIEF, SECRETARY), PEOPLE, AT))).toEqual(['official']);
    expect(names(seconds(WORKER, ask(CHIEF, SECRETARY, OFFICIAL), PEOPLE, AT))).toEqual(['banner']);
    expect(seconds(WORKER, ask(CHIEF, SECRETARY, OFFICIAL, BANNER), PEOPLE, AT)).toEqual([]);
  });

  test('an organisation is answered for one level up', () => {
    const village = { account: `organisation.${VILLAGE}`, area: VILLAGE };
    expect(names(seconds(village, ask(BANNER), PEOPLE, AT))).toEqual(['official']);
    expect(seconds({ account: 'organisation.150625', area: '150625' }, ask(CHIEF), PEOPLE, AT)).toEqual([]);
    expect(desksToSign({ area: '150625' })).toEqual([['official@150625']]);
  });

  test('whoever shares a household with the worker is kin, and a post does not change it', () => {
    const family = { ...WORKER, household: 'h9' };
    expect(barOf(family, ask(CHIEF), { ...SECRETARY, household: 'h9' })).toBe('household');
    expect(barOf(family, ask(CHIEF), { ...SECRETARY, household: 'h8' })).toBeUndefined();
    const both = { ...at('w', ['worker', GRID], ['chief', GRID]) };
    expect(barOf(WORKER, ask(SECRETARY), both)).toBe('own');
  });

  test('a book waits at the desks that are asked and the next above, whichever of its asks has come furthest', () => {
    const asked = (...asks: Pick<EntryAsk, 'by' | 'recused'>[]) => {
      const book = askAward(fresh(), [], MERIT, { id: 'a', by: by(CHIEF), at: AT });
      const all = { ...book, asks: asks.map((one) => ({ ...book.asks[0]!, ...one })) };
      return withDesks(all, WORKER, PEOPLE, AT).waiting;
    };
    expect(asked(ask(CHIEF))).toEqual(['150625100', VILLAGE]);
    expect(asked(ask(CHIEF), ask(CHIEF, SECRETARY))).toEqual(['150625', '150625100', VILLAGE]);
    expect(withDesks(fresh(), WORKER, PEOPLE, AT).waiting).toBeUndefined();
  });

  test('who is on leave is asked when nobody else is left', () => {
    const away = { ...BANNER, leaves: [{ from: AT - DAY, to: AT + DAY }] };
    const people = [CHIEF, SECRETARY, OFFICIAL, away];
    expect(names(seconds(WORKER, ask(CHIEF, SECRETARY, OFFICIAL), people, AT))).toEqual(['banner']);
  });

  test('an ask stands at the desks it has come to, and not higher', () => {
    const before = (person: Person) => isBefore(WORKER, ask(CHIEF), person, PEOPLE, AT);
    expect(PEOPLE.map(before)).toEqual([true, true, false, false]);
  });
});
