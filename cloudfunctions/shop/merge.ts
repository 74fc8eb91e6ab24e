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
    const done = await handOver(household, at);
    await collection('households')
      .where({ _id: household._id, 'pointsTo.dueAt': _.exists(true) })
      .update({
        rev: _.inc(1),
        ...(done ? { pointsTo: _.remove() } : { 'pointsTo.dueAt': at + LOOK_AGAIN }),
      });
    return done ? 'merged' : 'kept';
  } catch (error) {
    console.error('[shop]', household._id, error);
    return 'failed';
  }
}

/** @returns whether nothing is left to hand over */
async function handOver(household: Household, at: Millis): Promise<boolean> {
  const heir = await heirOf(household);
  // Who has moved away or died out takes nothing over.
  if (!heir || heir.ended) return true;
  const people = await earsOf(heir._id, at);
  const { written, left } = await inTransaction((transaction) =>
    handOverIn(transaction, { household, heir, people }, at),
  );
  for (const book of written) if (book.outbox.length > 0) await deliverSoon('books', book);
  return left === 0;
}

/** Where the family is found now: what it was merged into may have been merged since. */
async function heirOf({ pointsTo, ended }: Household): Promise<Household | null> {
  let id = pointsTo?.household ?? ended?.into;
  for (;;) {
    const next = id === undefined ? null : await one('households', id);
    if (next?.ended?.into === undefined) return next;
    id = next.ended.into;
  }
}

interface Merging {
  household: Household;
  heir: Household;
  /** Who hears of it. */
  people: readonly string[];
}

/** The ended household's books, its goods and the other one's book, together or not at all. */
async function handOverIn(
  transaction: Transaction,
  { household, heir, people }: Merging,
  at: Millis,
): Promise<{ written: PointsBook[]; left: number }> {
  const old = await booksIn(transaction, household, household.ended?.at ?? at);
  if (!old.stored && !old.last) return { written: [], left: 0 };
  const taking = await booksIn(transaction, heir, at);
  const goods: Good[] = [];
  for (const id of new Set(waitingGoods(old))) {
    const good = await read<Good>(transaction, 'goods', id);
    if (good) goods.push(good);
  }
  const shop = { book: old.book, ...(old.last ? { last: old.last } : {}), goods };
  const wound = woundUp(shop, heir._id, at);
  const { from, into } = told(wound.book, taking.book, { isNew: wound !== shop, heir, people, at });
  const written: PointsBook[] = [];
  const keep = async (was: PointsBook | undefined, book: PointsBook, before: PointsBook) => {
    if (book !== before) written.push(await put(transaction, 'books', was, book));
  };
  for (const [index, good] of wound.goods.entries())
    if (good !== goods[index]) await put(transaction, 'goods', goods[index], good);
  if (old.last && wound.last) await keep(old.last, wound.last, old.last);
  await keep(old.stored, from, old.book);
  await keep(taking.stored, into, taking.book);
  return { written, left: from.total };
}

/** Both books after it, and what the family hears: what came over, or once that it is kept. */
function told(
  book: PointsBook,
  taking: PointsBook,
  { isNew, ...hearing }: { isNew: boolean; at: Millis } & Pick<Merging, 'heir' | 'people'>,
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
