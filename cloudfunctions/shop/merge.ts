import type { Household } from '../../domain/household/household';
import type { PointsBook } from '../../domain/points/book';
import { hearKept, hearMerged } from '../../domain/points/hear-merge';
import { hasJoined } from '../../domain/points/membership';
import { handedOn, woundUp } from '../../domain/points/merge';
import type { Good } from '../../domain/points/order';
import { waitingGoods } from '../../domain/points/shop';
import { DAY, type Millis } from '../../domain/time/shanghai';
import { now } from '../kit/clock';
import { _ } from '../kit/cloud';
import { all, collection, one } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import { type Books, bookIds, booksFrom } from './books';
import { earsOf } from './ears';
import { inTransaction, put, read, type Transaction } from './transaction';

const BATCH = 100;
/** While the other household takes no part: joining brings the points at once, the clock only sees to what was missed. */
const LOOK_AGAIN: Millis = 7 * DAY;

/** Points of merged households whose time has come, the longest waiting first. */
export async function followMerges(at: Millis, until: Millis): Promise<Record<string, number>> {
  const due = await all('households', (some) =>
    some
      .where({ 'pointsTo.dueAt': _.lte(at) })
      .orderBy('pointsTo.dueAt', 'asc')
      .limit(BATCH),
  );
  const counts = { merged: 0, kept: 0, failed: 0 };
  for (const household of due) {
    if (now() >= until) break;
    counts[await followed(household, at)] += 1;
  }
  return counts;
}

/** A household that takes part from now on gets what waits for it; what fails here the clock does. */
export async function followMergesInto(household: string, at: Millis): Promise<void> {
  const waiting = await all('households', (some) =>
    some.where({ 'pointsTo.household': household }).limit(BATCH),
  );
  for (const one of waiting) await followed(one, at);
}

async function followed(household: Household, at: Millis): Promise<'merged' | 'kept' | 'failed'> {
  try {
    const waitsFor = await handOver(household, at);
    const pointsTo = waitsFor ? _.set({ household: waitsFor._id, dueAt: at + LOOK_AGAIN }) : _.remove();
    // A mark that was set anew meanwhile stays, and is looked at next.
    await collection('households')
      .where({ _id: household._id, rev: household.rev })
      .update({ rev: _.inc(1), pointsTo });
    return waitsFor ? 'kept' : 'merged';
  } catch (error) {
    console.error('[shop]', household._id, error);
    return 'failed';
  }
}

/** @returns whom what is left waits for; null when nothing is left, or nobody there who could take it */
async function handOver(household: Household, at: Millis): Promise<Household | null> {
  const { pointsTo } = household;
  if (!pointsTo) return null;
  const heir = await heirOf(pointsTo.household);
  const taking = heir ? { heir, people: await earsOf(heir._id, at) } : null;
  const { written, left } = await inTransaction((transaction) =>
    handOverIn(transaction, { household, into: pointsTo.household, taking }, at),
  );
  for (const book of written) if (book.outbox.length > 0) await deliverSoon('books', book);
  return left > 0 ? heir : null;
}

/**
 * Where the family is found now: what it was merged into may have been merged since. Nobody where that one has moved
 * away or died out, or where the way leads round in a circle.
 */
async function heirOf(into: string): Promise<Household | null> {
  const seen = new Set<string>();
  let id: string | undefined = into;
  while (id !== undefined && !seen.has(id)) {
    seen.add(id);
    const next: Household | null = await one('households', id);
    if (!next?.ended) return next;
    id = next.ended.into;
  }
  return null;
}

interface Taking {
  heir: Household;
  /** Who hears of it. */
  people: readonly string[];
}

interface Merging {
  household: Household;
  /** As its mark says. */
  into: string;
  taking: Taking | null;
}

/** The ended household's books, its goods and the other one's book, if there is one, together or not at all. */
async function handOverIn(
  transaction: Transaction,
  { household, into, taking }: Merging,
  at: Millis,
): Promise<{ written: PointsBook[]; left: number }> {
  const old = await booksIn(transaction, household, household.ended?.at ?? at);
  if (!old.stored && !old.last) return { written: [], left: 0 };
  const other = taking && { ...taking, books: await booksIn(transaction, taking.heir, at) };
  const goods: Good[] = [];
  for (const id of new Set(waitingGoods(old))) {
    const good = await read<Good>(transaction, 'goods', id);
    if (good) goods.push(good);
  }
  const shop = { book: old.book, ...(old.last ? { last: old.last } : {}), goods };
  const wound = woundUp(shop, taking?.heir._id ?? into, at);
  const written: PointsBook[] = [];
  const keep = async (was: PointsBook | undefined, book: PointsBook, before: PointsBook) => {
    if (book !== before) written.push(await put(transaction, 'books', was, book));
  };
  for (const [index, good] of wound.goods.entries())
    if (good !== goods[index]) await put(transaction, 'goods', goods[index], good);
  if (old.last && wound.last) await keep(old.last, wound.last, old.last);
  if (!other) {
    await keep(old.stored, wound.book, old.book);
    return { written, left: wound.book.total };
  }
  const hearing = { heir: other.heir, people: other.people, isNew: wound !== shop, at };
  const { from, into: heirs } = told(wound.book, other.books.book, hearing);
  await keep(old.stored, from, old.book);
  await keep(other.books.stored, heirs, other.books.book);
  return { written, left: from.total };
}

/** Both books after it, and what the family hears: what came over, or once from each heir's side that it is kept. */
function told(
  book: PointsBook,
  taking: PointsBook,
  { isNew, ...hearing }: Taking & { isNew: boolean; at: Millis },
): { from: PointsBook; into: PointsBook } {
  if (!hasJoined(taking)) return { from: isNew ? hearKept(book, hearing) : book, into: taking };
  const { from, heir } = handedOn(book, taking, hearing.at);
  return { from, into: heir === taking ? taking : hearMerged(heir, book, hearing) };
}

async function booksIn(transaction: Transaction, household: Household, at: Millis): Promise<Books> {
  const [running, before] = bookIds(household._id, at);
  const stored = await read<PointsBook>(transaction, 'books', running);
  const last = await read<PointsBook>(transaction, 'books', before);
  return booksFrom(household, stored, last, at);
}
