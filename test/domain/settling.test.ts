import fc from 'fast-check';
import { accountOf } from '../../domain/points/account';
import { booked, newBook, type PointsBook } from '../../domain/points/book';
import { closesAt, lastDueMonth, yearOf } from '../../domain/points/calendar';
import { carryInto, carryOut } from '../../domain/points/carry';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { afterStretch, beginning, monthsFromTo, type Settling, stretchesDue } from '../../domain/points/due';
import type { PointsEntry } from '../../domain/points/entry';
import { evaluate } from '../../domain/points/evaluate';
import type { Fact } from '../../domain/points/fact';
import { standingAt } from '../../domain/points/past';
import { ranked, replay, retold } from '../../domain/points/replay';
import type { Rule, RuleVersion } from '../../domain/points/rule';
import { closeBook, settle } from '../../domain/points/settle';
import { versionAt } from '../../domain/points/version';
import { weekKey } from '../../domain/time/period';
import { atShanghai, DAY } from '../../domain/time/shanghai';
import { GRID } from './build';

const ACCOUNT = accountOf('worker', 'w1');
const VILLAGE = GRID.slice(0, 12);
const owner = { account: ACCOUNT, area: VILLAGE, areaPath: '', grid: GRID, name: '刘志强' };
const MONTH = '2026-11';
const BOOKED = atShanghai('2026-12-08 01:10');
const START = atShanghai('2026-11-02 09:00');

const someFact: fc.Arbitrary<Fact> = fc
  .record({
    kind: fc.constantFrom('week', 'month', 'found', 'solved', 'on-time', 'rated', 'activity', 'deed'),
    of: fc.integer({ min: 0, max: 30 }).map((n) => `x${n}`),
    day: fc.integer({ min: 0, max: 26 }),
    n: fc.integer({ min: 0, max: 12 }),
    stars: fc.integer({ min: 1, max: 5 }),
    times: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ kind, of, day, n, stars, times }) => ({
    kind,
    account: ACCOUNT,
    of,
    at: START + day * DAY,
    month: MONTH,
    evidence: { kind: 'problem', id: of },
    ...(kind === 'week' || kind === 'month' ? { measure: { n, of: 12 } } : {}),
    ...(kind === 'rated' ? { stars } : {}),
    ...(kind === 'activity' ? { times } : {}),
  }));

/** One fact of each kind and thing, as the builders give them. */
const someFacts = fc.uniqueArray(someFact, { maxLength: 40, selector: ({ kind, of }) => `${kind} ${of}` });

const shuffledFive = (facts: readonly Fact[]) =>
  fc.shuffledSubarray([...facts, ...facts, ...facts, ...facts, ...facts], {
    minLength: facts.length * 5,
    maxLength: facts.length * 5,
  });

const sumOf = (entries: Iterable<PointsEntry>) => [...entries].reduce((sum, { amount }) => sum + amount, 0);
const settledWith = (facts: readonly Fact[], version: RuleVersion = DEFAULT_RULES) =>
  settle(newBook({ ...owner, year: '2026' }), MONTH, evaluate(version, facts, [], BOOKED));

describe('a month’s facts under the rules', () => {
  test('the sum of the entries is the total, and the clock never takes points away', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { entries, total } = settledWith(facts);
        expect(sumOf(Object.values(entries))).toBe(total);
        expect(Object.values(entries).every(({ amount }) => amount >= 0)).toBe(true);
      }),
    );
  });

  test('delivered five times in any order, each is booked once and to the same book', () => {
    fc.assert(
      fc.property(
        someFacts.chain((facts) => fc.tuple(fc.constant(facts), shuffledFive(facts))),
        ([facts, again]) => expect(settledWith(again)).toEqual(settledWith(facts)),
      ),
    );
  });

  test('settled again, by whatever it is settled again, a book stays the same book', () => {
    fc.assert(
      fc.property(someFacts, someFacts, (facts, others) => {
        const book = settledWith(facts);
        expect(settle(book, MONTH, evaluate(DEFAULT_RULES, others, [], BOOKED))).toBe(book);
        expect(evaluate(DEFAULT_RULES, facts, Object.values(book.entries), BOOKED)).toEqual([]);
      }),
    );
  });

  test('no cap is exceeded in its week, month or year, whatever was booked before', () => {
    const capped = (per: 'week' | 'month' | 'year', most: number): RuleVersion => ({
      ...DEFAULT_RULES,
      rules: [{ ...ruleOf('found'), amount: 2, cap: { per, most } }],
    });
    fc.assert(
      fc.property(
        fc.constantFrom('week' as const, 'month' as const, 'year' as const),
        fc.integer({ min: 1, max: 9 }),
        someFacts,
        fc.integer({ min: 0, max: 40 }),
        (per, most, facts, cut) => {
          const version = capped(per, most);
          const first = evaluate(version, facts.slice(0, cut), [], BOOKED);
          const all = [...first, ...evaluate(version, facts.slice(cut), first, BOOKED)];
          const sums = new Map<string, number>();
          for (const { at, amount } of all) {
            const period = per === 'week' ? weekKey(at) : MONTH;
            sums.set(period, (sums.get(period) ?? 0) + amount);
          }
          expect(Math.max(0, ...sums.values())).toBeLessThanOrEqual(most);
        },
      ),
    );
  });

  test('what a cap leaves nothing of is an entry of no points that says what it would have been', () => {
    const facts = Array.from({ length: 8 }, (_, n) => aFact('found', `p${n}`, START + n * DAY));
    const entries = evaluate(DEFAULT_RULES, facts, [], BOOKED);
    expect(entries.map(({ amount }) => amount)).toEqual([1, 1, 1, 1, 1, 1, 0, 0]);
    expect(entries[7]).toMatchObject({ cause: 'found-p7', uncapped: 1 });
  });

  test.each([
    [12, 12, 2],
    [10, 12, 1],
    [4, 5, 1],
    [9, 12, 0],
    [0, 12, 0],
  ])('%i of %i households reached earns %i', (n, of, amount) => {
    const fact = { ...aFact('week', '2026-W48', START), measure: { n, of } };
    expect(sumOf(evaluate(DEFAULT_RULES, [fact], [], BOOKED))).toBe(amount);
  });

  test('a rule gives points only in its own months, and only to its kind of account', () => {
    const version = (rule: Partial<Rule>): RuleVersion => ({
      ...DEFAULT_RULES,
      rules: [{ ...ruleOf('found'), ...rule }],
    });
    const given = (rule: Partial<Rule>) =>
      sumOf(evaluate(version(rule), [aFact('found', 'p1', START)], [], BOOKED));
    expect(given({})).toBe(1);
    expect(given({ to: '2026-10' })).toBe(0);
    expect(given({ from: '2026-12' })).toBe(0);
    expect(given({ for: 'organisation' })).toBe(0);
  });
});

describe('versions', () => {
  test('a new version changes nothing that was settled or closed, whatever it says', () => {
    const later: RuleVersion = {
      ...DEFAULT_RULES,
      _id: '2027.1',
      from: '2027-01',
      enabledAt: BOOKED,
      rules: DEFAULT_RULES.rules.map((rule) => ({ ...rule, amount: 50 })),
    };
    expect(versionAt([later], MONTH)._id).toBe('default.1');
    expect(versionAt([later], '2027-01')._id).toBe('2027.1');
    fc.assert(
      fc.property(someFacts, (facts) => {
        const closed = closeBook(settledWith(facts), BOOKED);
        const again = settle(closed, '2026-12', evaluate(later, facts, [], BOOKED));
        expect(again).toBe(closed);
        expect(evaluate(versionAt([later], MONTH), facts, [], BOOKED)).toEqual(
          evaluate(DEFAULT_RULES, facts, [], BOOKED),
        );
      }),
    );
  });
});

describe('the list of a village', () => {
  const someTotals = fc.uniqueArray(
    fc.record({
      account: fc.integer({ min: 0, max: 99 }).map((n) => `worker.w${n}`),
      total: fc.integer({ min: 0, max: 8 }),
    }),
    { maxLength: 30, selector: ({ account }) => account },
  );
  const head = { village: VILLAGE, year: '2026', kind: 'worker' as const, versions: ['default.1', '2026.2'] };

  test('is the same text in whatever order the books come', () => {
    fc.assert(
      fc.property(
        someTotals.chain((totals) =>
          fc.tuple(
            fc.constant(totals),
            fc.shuffledSubarray(totals, { minLength: totals.length, maxLength: totals.length }),
          ),
        ),
        ([totals, permuted]) => {
          const versions = [...head.versions, ...head.versions].reverse();
          expect(replay({ ...head, versions }, permuted)).toEqual(replay(head, totals));
        },
      ),
    );
  });

  test('tells apart what differs by one point', () => {
    const list = (total: number) => replay(head, [{ account: ACCOUNT, total }]).text;
    expect(list(3)).not.toBe(list(4));
    expect(list(3)).toBe(`yige points list 1\n${VILLAGE}\t2026\tworker\t2026.2,default.1\n1\t${ACCOUNT}\t3`);
  });

  test('ranks as "1224": who is equal shares a rank, at both ends', () => {
    const ranks = (totals: number[]) =>
      ranked(
        [...totals].sort((a, b) => b - a),
        (total) => total,
      ).map(({ rank }) => rank);
    expect(ranks([9, 7, 7, 5])).toEqual([1, 2, 2, 4]);
    expect(ranks([9, 9, 9, 5, 5])).toEqual([1, 1, 1, 4, 4]);
    expect(ranks([])).toEqual([]);
  });

  test('ranks each by how many have more, and never by anything else', () => {
    fc.assert(
      fc.property(someTotals, (totals) => {
        for (const { account, rank, total } of replay(head, totals).lines) {
          expect(totals.some((one) => one.account === account)).toBe(true);
          expect(rank).toBe(1 + totals.filter((one) => one.total > total).length);
        }
      }),
    );
  });

  test('told anew from raw records it takes from the book only what two people signed', () => {
    const signed = { ...anEntry('ask-1', 7), approvedBy: { person: 's', name: '张' } };
    const book = booked(newBook({ ...owner, year: '2026' }), [anEntry('found-p1', 1), signed]);
    expect(retold(book, [anEntry('found-p1', 1), anEntry('found-p2', 1)])).toEqual({
      account: ACCOUNT,
      total: 9,
    });
  });
});

describe('a household’s balance at the end of the year', () => {
  const family = { ...owner, account: accountOf('household', 'h1') };
  const last = (total: number) =>
    booked(newBook({ ...family, year: '2026' }), total ? [anEntry('ask-1', total)] : []);
  const next = newBook({ ...family, year: '2027' });

  test('moves on whole, and nothing is made or lost, however often it is done and wherever it breaks off', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom('in', 'both')), { maxLength: 6 }),
        (moves) => {
          let books: { from: PointsBook; into: PointsBook } = { from: last(0), into: next };
          let earned = 0;
          for (const [nth, [amount, how]] of [...moves, [0, 'both'] as const].entries()) {
            books.from = booked(books.from, [anEntry(`late-${nth}`, amount)]);
            earned += amount;
            const into = carryInto(books.into, books.from, BOOKED) ?? books.into;
            const from = how === 'both' ? carryOut(books.from, into, BOOKED) : books.from;
            books = { from, into };
          }
          // What came late while the first half stood alone is carried by the next round.
          for (let round = 0; round < 2; round += 1) {
            const into = carryInto(books.into, books.from, BOOKED) ?? books.into;
            books = { from: carryOut(books.from, into, BOOKED), into };
          }
          expect([books.from.total, books.into.total]).toEqual([0, earned]);
        },
      ),
    );
  });

  test('where nothing is left, nothing is carried', () => {
    expect(carryInto(next, last(0), BOOKED)).toBeNull();
  });
});

describe('what is due in a place', () => {
  const due = (at: number, settling: Settling) => stretchesDue(settling, at);
  const place = { _id: VILLAGE, since: '2026-10' };

  test('where points have just begun, the last month only', () => {
    const begun = beginning(VILLAGE, atShanghai('2026-11-23'));
    expect(begun).toEqual(place);
    expect(due(atShanghai('2026-12-07 23:00'), begun)).toEqual([
      { year: '2026', months: ['2026-10'], closes: false },
    ]);
    expect(due(atShanghai('2026-12-08'), begun)).toEqual([
      { year: '2026', months: ['2026-10', '2026-11'], closes: false },
    ]);
  });

  test('December first, then the year, then January; however long nobody looked', () => {
    const settled = { ...place, month: '2026-11' };
    expect(due(atShanghai('2027-01-16'), settled)).toEqual([
      { year: '2026', months: ['2026-12'], closes: true },
    ]);
    expect(due(atShanghai('2028-02-09'), settled)).toEqual([
      { year: '2026', months: ['2026-12'], closes: true },
      { year: '2027', months: monthsFromTo('2027-01', '2027-12'), closes: true },
      { year: '2028', months: ['2028-01'], closes: false },
    ]);
  });

  test('every month once and every year once, in order, on whatever days somebody looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 }), (pauses) => {
        let at = atShanghai('2026-01-20');
        let settling = beginning(VILLAGE, at);
        const steps: string[] = [];
        for (const pause of pauses) {
          at += pause * DAY;
          for (const stretch of stretchesDue(settling, at)) {
            steps.push(...stretch.months, ...(stretch.closes ? [`${stretch.year}-closed`] : []));
            settling = afterStretch(settling, stretch);
          }
          expect(stretchesDue(settling, at)).toEqual([]);
        }
        const months = steps.filter((step) => !step.endsWith('closed'));
        expect(months).toEqual(monthsFromTo('2025-12', lastDueMonth(at)));
        const years = steps.filter((step) => step.endsWith('closed')).map((step) => step.slice(0, 4));
        expect(years).toEqual([...new Set(months.map(yearOf))].filter((year) => closesAt(year) <= at));
        expect(steps).toEqual([...steps].sort());
      }),
    );
  });
});

describe('what stood when a month fell due', () => {
  const entry = anEntry('deed-1', 3);
  const back = { ...anEntry('back-deed-1', -3), reverses: 'deed-1', bookedAt: BOOKED };

  test('what was taken back by then leaves its cap, what was later does not', () => {
    const marked = { ...entry, reversedBy: 'back-deed-1' };
    expect(standingAt([entry], [back], BOOKED + 1)).toEqual([marked]);
    expect(standingAt([marked], [back], BOOKED + 1)).toEqual([marked]);
    expect(standingAt([marked], [back], BOOKED)).toEqual([entry]);
    expect(standingAt([entry], [entry], BOOKED + 1)).toEqual([entry]);
  });
});

function ruleOf(id: string): Rule {
  return DEFAULT_RULES.rules.find((rule) => rule.id === id)!;
}

function aFact(kind: Fact['kind'], of: string, at: number): Fact {
  return { kind, account: ACCOUNT, of, at, month: MONTH, evidence: { kind: 'problem', id: of } };
}

function anEntry(cause: string, amount: number): PointsEntry {
  return {
    cause,
    rule: 'merit',
    version: 'default.1',
    amount,
    month: MONTH,
    at: START,
    bookedAt: BOOKED,
    evidence: { kind: 'ask', id: cause },
  };
}
