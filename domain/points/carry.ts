import { monthKey } from '../time/period';
import type { Millis } from '../time/shanghai';
import { bookId, type Year } from './account';
import { booked, type PointsBook } from './book';
import { type Cause, causeOf, type PointsEntry } from './entry';

/** Not a rule that a banner can change: a family's balance belongs to it beyond the year. */
const CARRY = { rule: 'carry', version: 'shop.1' } as const;

export function yearAfter(year: Year): Year {
  return String(Number(year) + 1);
}

export function yearBefore(year: Year): Year {
  return String(Number(year) - 1);
}

/**
 * A household's balance moves on by a pair of linked entries: into the next year's book first, out of this one after.
 * Nobody spends from a book of last year, so in between nothing can be spent twice; killed in between, the second
 * entry takes out what the first has brought.
 * @returns null when there is nothing to carry
 */
export function carryInto(next: PointsBook, from: PointsBook, at: Millis): PointsBook | null {
  const nth = carriedFrom(from);
  if (from.total === 0 && !next.entries[causeIn(from.year, nth)]) return null;
  return booked(next, [
    {
      ...CARRY,
      cause: causeIn(from.year, nth),
      amount: from.total,
      month: monthKey(at),
      at,
      bookedAt: at,
      evidence: { kind: 'book', id: from._id },
      text: `${from.year}年余额转入`,
    },
  ]);
}

/** The book without what `next` has got of it. The same book when nothing was carried. */
export function carryOut(from: PointsBook, next: PointsBook, at: Millis): PointsBook {
  const nth = carriedFrom(from);
  const into = next.entries[causeIn(from.year, nth)];
  if (!into) return from;
  const out: PointsEntry = {
    ...CARRY,
    cause: causeOut(from.year, nth),
    amount: -into.amount,
    month: `${from.year}-12`,
    at,
    bookedAt: at,
    evidence: { kind: 'book', id: bookId(from.account, yearAfter(from.year)) },
    text: `余额转到${yearAfter(from.year)}年`,
  };
  return booked(from, [out]);
}

/** How often the balance was carried on: once when the year closes, again after each late correction. */
function carriedFrom({ year, entries }: PointsBook): number {
  let nth = 0;
  while (entries[causeOut(year, nth)]) nth += 1;
  return nth;
}

const causeIn = (year: Year, nth: number): Cause => causeOf('carry', 'from', year, String(nth));
const causeOut = (year: Year, nth: number): Cause => causeOf('carry', 'out', year, String(nth));
