import { accountOf } from '../../domain/points/account';
import { newBook, type PointsBook } from '../../domain/points/book';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import type { PointsEntry } from '../../domain/points/entry';
import { evaluate } from '../../domain/points/evaluate';
import type { Fact } from '../../domain/points/fact';
import { POINTS_CONSENT_VERSION } from '../../domain/points/membership';
import { settle } from '../../domain/points/settle';
import { atShanghai } from '../../domain/time/shanghai';
import { GRID } from './build';
import { FINAL_AT, VILLAGE, YEAR } from './evaluations';

/** Whose book: a worker of the third grid. */
export const ACCOUNT = accountOf('worker', 'w1');
export const owner = { account: ACCOUNT, area: VILLAGE, areaPath: '', grid: GRID, name: '刘志强' };
/** A month, an instant in it, and when it is settled. */
export const MONTH = '2026-11';
export const START = atShanghai('2026-11-02 09:00');
export const BOOKED = atShanghai('2026-12-08 01:10');

/** An entry that two people signed. */
export function entry(cause: string, amount: number, change: Partial<PointsEntry> = {}): PointsEntry {
  return {
    cause,
    rule: 'volunteer',
    version: DEFAULT_RULES._id,
    amount,
    month: `${YEAR}-05`,
    at: atShanghai(`${YEAR}-05-10 09:00`),
    bookedAt: atShanghai(`${YEAR}-06-05 03:00`),
    evidence: { kind: 'ask', id: cause },
    ...change,
  };
}

/** The same in the month above. */
export const anEntry = (cause: string, amount: number): PointsEntry =>
  entry(cause, amount, { rule: 'merit', month: MONTH, at: START, bookedAt: BOOKED });

/** A closed book of a household that takes part. */
export function householdBook(
  household: string,
  entries: PointsEntry[],
  change: Partial<PointsBook> = {},
): PointsBook {
  const total = entries.reduce((sum, { amount }) => sum + amount, 0);
  return {
    ...newBook({
      account: `household.${household}`,
      year: YEAR,
      area: VILLAGE,
      areaPath: '一社',
      grid: '150625100208001',
      name: `户主${household}`,
    }),
    entries: Object.fromEntries(entries.map((one) => [one.cause, one])),
    total,
    closed: { at: FINAL_AT, total },
    joined: { at: FINAL_AT, by: { person: 'p', name: '甲' }, version: POINTS_CONSENT_VERSION },
    ...change,
  };
}

/** The worker's book in which the month of these facts was settled. */
export const settledWith = (facts: readonly Fact[]): PointsBook =>
  settle(newBook({ ...owner, year: '2026' }), MONTH, evaluate(DEFAULT_RULES, facts, [], BOOKED));
