import type { AreaCode } from '../../domain/area/area';
import { bookId, type Year } from '../../domain/points/account';
import { bookBegun, type PointsBook, placedAt } from '../../domain/points/book';
import { lastClosingYear } from '../../domain/points/calendar';
import { carryInto, carryOut, yearAfter } from '../../domain/points/carry';
import { inherited } from '../../domain/points/join';
import { hasJoined } from '../../domain/points/membership';
import { closeBook } from '../../domain/points/settle';
import { householdOf } from '../../domain/points/shop';
import type { Millis } from '../../domain/time/shanghai';
import { apply } from '../kit/aggregate';
import { groupBy, inLanes, LANES } from '../kit/batches';
import { ownerOfHousehold } from '../kit/book';
import { _ } from '../kit/cloud';
import { collection, one } from '../kit/collections';
import { whole } from '../kit/whole';

/**
 * Closes a place's books of the year; a household's balance moves on to the next year's book. One read for a thousand
 * books, one write for a book, four reads and writes more for a household that goes on.
 * @returns how many were closed
 */
export async function closeBooks(place: AreaCode, year: Year, at: Millis): Promise<number> {
  const open = await whole('books', { area: place, year, closed: _.exists(false) }, CLOSING);
  let closed = 0;
  await inLanes(open, LANES, async (book) => {
    const done = book.kind === 'household' ? await closeHousehold(book._id, at) : await closeOne(book, at);
    if (done) closed += 1;
  });
  return closed;
}

export type LateBook = Pick<PointsBook, 'account' | 'year'>;

/** By place: households' closed books of any year in which something was booked late. Nearly always one read. */
export async function lateBooks(at: Millis): Promise<Map<AreaCode, LateBook[]>> {
  const left = {
    kind: 'household',
    year: _.lte(lastClosingYear(at)),
    closed: _.exists(true),
    total: _.gt(0),
    // What a merged household had goes over to another one, not on into the next year.
    mergedInto: _.exists(false),
  };
  const found = await whole('books', left, { account: true, year: true, area: true });
  return new Map(groupBy(found, ({ area }) => area).map((some) => [some[0]!.area, some]));
}

/** What was booked late follows the rest, through every year that is closed by now. */
export async function carryLate(books: readonly LateBook[], at: Millis): Promise<void> {
  const last = lastClosingYear(at);
  for (const { account, year } of books)
    for (let one = year; one <= last; one = yearAfter(one)) await closeHousehold(bookId(account, one), at);
}

const CLOSING = { kind: true, rev: true, total: true };

type Closing = Pick<PointsBook, '_id' | 'kind' | 'rev' | 'total'>;

/** Nearly always at once; where somebody has just booked into it, with what it has then. */
async function closeOne({ _id, rev, total }: Closing, at: Millis): Promise<boolean> {
  const { updated } = await collection('books')
    .where({ _id, rev, closed: _.exists(false) })
    .update({ closed: _.set({ at, total }), rev: _.inc(1) });
  return updated === 1 || shut(_id, at, (book) => closeBook(book, at));
}

async function shut(id: string, at: Millis, decide: (book: PointsBook) => PointsBook): Promise<boolean> {
  const command = { id: `close:${id}:${at}`, print: `${at}`, at };
  return !(await apply('books', { id, command, decide, answer: () => null })).replayed;
}

async function closeHousehold(id: string, at: Millis): Promise<boolean> {
  const from = await one('books', id);
  if (!from) return false;
  const next = await carried(from, at);
  return shut(id, at, (book) => closeBook(next ? carryOut(book, next, at) : book, at));
}

/**
 * The next year's book with the balance, where the household lives now. Taking part, and the card, go on with it, also
 * without a point; null when there is nothing to go on, and when its points are another household's by now.
 */
async function carried(from: PointsBook, at: Millis): Promise<PointsBook | null> {
  const { account } = from;
  const year = yearAfter(from.year);
  const id = bookId(account, year);
  const [household, stored] = await Promise.all([one('households', householdOf(account)), one('books', id)]);
  if (household?.ended?.why === 'merged') return null;
  const place = household ? ownerOfHousehold(household) : from;
  const { area, areaPath, grid, name } = place;
  const fresh = () => bookBegun({ account, year, area, areaPath, ...(grid ? { grid } : {}), name }, at);
  const next = stored ?? fresh();
  const goesOn = hasJoined(from) && !next.joined && !household?.ended;
  if (!goesOn && !carryInto(next, from, at)) return null;
  const { state } = await apply('books', {
    id,
    command: { id: `carry:${from._id}:${from.rev}`, print: `${from.total}`, at },
    fresh,
    decide: (book) => placedAt(inherited(carryInto(book, from, at) ?? book, from), place),
    answer: () => null,
  });
  return state;
}
