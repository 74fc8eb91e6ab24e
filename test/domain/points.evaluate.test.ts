import fc from 'fast-check';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import type { PointsEntry } from '../../domain/points/entry';
import { evaluate } from '../../domain/points/evaluate';
import type { Fact } from '../../domain/points/fact';
import type { Rule, RuleVersion } from '../../domain/points/rule';
import { settle } from '../../domain/points/settle';
import { weekKey } from '../../domain/time/period';
import { DAY } from '../../domain/time/shanghai';
import { BOOKED, MONTH, START, settledWith } from './books';
import { aFact, ruleOf, someFacts } from './facts';

const shuffledFive = (facts: readonly Fact[]) =>
  fc.shuffledSubarray([...facts, ...facts, ...facts, ...facts, ...facts], {
    minLength: facts.length * 5,
    maxLength: facts.length * 5,
  });

const sumOf = (entries: Iterable<PointsEntry>) => [...entries].reduce((sum, { amount }) => sum + amount, 0);

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
