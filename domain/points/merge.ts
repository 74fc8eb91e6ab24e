import { monthKey } from '../time/period';
import type { Millis } from '../time/shanghai';
import { CLOCK } from './answer';
import { monthOfAsk } from './ask';
import { booked, type PointsBook } from './book';
import { carryInto, carryOut } from './carry';
import { causeOf, type PointsEntry } from './entry';
import { left } from './join';
import { hasJoined } from './membership';
import { isWaiting } from './order';
import { givenBack } from './refund';
import { householdOf, ordersOf, type Shop } from './shop';

/** Not a rule that a banner can change: whose household was merged keeps what it has earned. */
const MERGE = { rule: 'merge', version: 'shop.1' } as const;

export function isMerge({ rule }: Pick<PointsEntry, 'rule'>): boolean {
  return rule === MERGE.rule;
}

/**
 * The books of a household that was merged into another: it takes part no longer, what it ordered went back, who waited
 * for points hears why there will be none here, and all that it has lies in one book. Done once; afterwards the same, or
 * only whose it will be is another one, that was merged in its turn.
 * @param shop its books of the year in which it was merged, and of the one before
 */
export function woundUp(shop: Shop, into: string, at: Millis): Shop {
  const { mergedInto } = shop.book;
  if (mergedInto === into) return shop;
  if (mergedInto !== undefined) return belonging(shop, into);
  const { book, last, goods } = gathered(cancelled(shop, at), at);
  return belonging({ book: ended(book, at), goods, ...(last ? { last: ended(last, at) } : {}) }, into);
}

function belonging({ book, last, goods }: Shop, mergedInto: string): Shop {
  return { book: { ...book, mergedInto }, goods, ...(last ? { last: { ...last, mergedInto } } : {}) };
}

/** What waits to be fetched goes back to the shelf; a year that is closed by now takes its points back all the same. */
function cancelled(shop: Shop, at: Millis): Shop {
  const { closed, ...open } = shop.book;
  const waiting = ordersOf(shop).filter(isWaiting);
  const after = givenBack({ ...shop, book: open }, waiting, { state: 'cancelled', by: CLOCK }, at);
  return closed ? { ...after, book: { ...after.book, closed } } : after;
}

/** What lies in the book of the year before moves on now, by the pair that its closing would have made. */
function gathered(shop: Shop, at: Millis): Shop {
  let { book, last } = shop;
  for (let next = last && carryInto(book, last, at); last && next; next = carryInto(book, last, at)) {
    last = carryOut(last, next, at);
    book = next;
  }
  return { ...shop, book, ...(last ? { last } : {}) };
}

function ended(book: PointsBook, at: Millis): PointsBook {
  if (!hasJoined(book)) return book;
  const { card: _, ...rest } = left(book, CLOCK, at, '这一户并到另一户了，请由那一户再交一次');
  return rest;
}

/**
 * The balance goes over by a pair of linked entries, written together: into the other household's book, out of this one.
 * Once: households are only rewarded, and who takes part no longer is not, so nothing comes after it. Both the same as
 * before when there is nothing left.
 */
export function handedOn(
  from: PointsBook,
  heir: PointsBook,
  at: Millis,
): { from: PointsBook; heir: PointsBook } {
  if (from.total <= 0) return { from, heir };
  const { total: amount, year } = from;
  const household = householdOf(from.account);
  const common = { ...MERGE, at, bookedAt: at };
  const into: PointsEntry = {
    ...common,
    cause: causeOf('merge', 'from', household, year),
    amount,
    month: monthKey(at),
    evidence: { kind: 'book', id: from._id },
    text: `${from.name}家并过来`,
  };
  const out: PointsEntry = {
    ...common,
    cause: causeOf('merge', 'out', year),
    amount: -amount,
    month: monthOfAsk(year, at),
    evidence: { kind: 'book', id: heir._id },
    text: `并到${heir.name}家`,
  };
  return { from: booked(from, [out]), heir: booked(heir, [into]) };
}
