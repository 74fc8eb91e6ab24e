import { Refusal } from '../../domain/error/refusal';
import { bookId } from '../../domain/points/account';
import { newBook, type PointsBook } from '../../domain/points/book';
import type { Stretch } from '../../domain/points/due';
import type { PointsEntry } from '../../domain/points/entry';
import { closeBook, settle } from '../../domain/points/settle';
import type { MonthKey } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { insert, isDuplicate } from '../kit/aggregate';
import { inLanes, inParts, LANES } from '../kit/batches';
import type { Owner } from '../kit/book';
import { _ } from '../kit/cloud';
import { collection } from '../kit/collections';
import { byIds } from '../kit/whole';

/** What of a book decides what it still gets. */
export type BookHead = Pick<PointsBook, '_id' | 'rev' | 'total' | 'settled' | 'closed'>;

const HEAD = { rev: true, total: true, settled: true, closed: true };

export interface Settled {
  owner: Owner;
  /** None where the year's book is not begun. */
  head: BookHead | undefined;
  /** In order; no entries is a month without points. */
  months: readonly { month: MonthKey; entries: PointsEntry[] }[];
}

/** New books that one request brings. */
const TOGETHER = 50;
/** Somebody who books by hand at the same moment may come in between. */
const TRIES = 3;

/** By id. One read for five hundred. */
export async function headsOf(ids: readonly string[]): Promise<Map<string, BookHead>> {
  const found = await byIds('books', ids, HEAD);
  return new Map(found.map((head) => [head._id, head]));
}

/**
 * Books the months of a year, and closes it when it is over: fifty new books in a request, one guarded write for each other
 * one. A book takes only what comes after its last settled month, and says so in the same write. Killed anywhere, it
 * may be done again; two at once book once.
 * @returns how many books were written
 */
export async function writeSettled(
  settled: readonly Settled[],
  stretch: Stretch,
  at: Millis,
): Promise<number> {
  const begun = await beginBooks(
    settled.filter(({ head }) => head === undefined),
    stretch,
    at,
  );
  let written = begun.size;
  await inLanes(
    settled.filter((one) => !begun.has(one)),
    LANES,
    async (one) => {
      if (await writeOne(one, stretch, at)) written += 1;
    },
  );
  return written;
}

/** @returns those whose books were begun; where one of them stood there already, all of that request are left */
async function beginBooks(settled: readonly Settled[], stretch: Stretch, at: Millis): Promise<Set<Settled>> {
  const begun = new Set<Settled>();
  await inLanes(inParts(settled, TOGETHER), LANES, async (some) => {
    try {
      await collection('books').add(some.map((one) => firstBook(one, stretch, at)));
      for (const one of some) begun.add(one);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  });
  return begun;
}

function firstBook({ owner, months }: Settled, { year, closes }: Stretch, at: Millis): PointsBook {
  const fresh = newBook({ ...owner, year });
  const last = months.at(-1);
  const book = last
    ? settle(
        fresh,
        last.month,
        months.flatMap(({ entries }) => entries),
      )
    : fresh;
  return closes ? closeBook(book, at) : book;
}

/** False when the book has these months, or is closed. @throws Refusal CONFLICT after three lost races */
async function writeOne(one: Settled, stretch: Stretch, at: Millis): Promise<boolean> {
  const id = bookId(one.owner.account, stretch.year);
  let { head } = one;
  for (let tried = 0; tried < TRIES; tried += 1) {
    head ??= (await headsOf([id])).get(id);
    if (head?.closed || (head?.settled ?? '') >= one.months.at(-1)!.month) return false;
    const landed = head
      ? await addMonths(one, head, stretch, at)
      : await insert('books', firstBook(one, stretch, at));
    if (landed) return true;
    head = undefined;
  }
  throw new Refusal('CONFLICT');
}

async function addMonths(
  { owner, months }: Settled,
  { _id, rev, total, settled = '' }: BookHead,
  { closes }: Stretch,
  at: Millis,
): Promise<boolean> {
  const entries = months.flatMap((one) => (one.month > settled ? one.entries : []));
  const after = entries.reduce((sum, { amount }) => sum + amount, total);
  const { area, areaPath, grid, name } = owner;
  const { updated } = await collection('books')
    .where({ _id, rev })
    .update({
      ...Object.fromEntries(entries.map((entry) => [`entries.${entry.cause}`, _.set(entry)])),
      total: after,
      settled: months.at(-1)!.month,
      rev: _.inc(1),
      ...(closes ? { closed: _.set({ at, total: after }) } : {}),
      // A list is read without a look at each person: who has moved stands where they serve now.
      ...{ area, areaPath, ...(grid ? { grid } : {}), name },
    });
  return updated === 1;
}
