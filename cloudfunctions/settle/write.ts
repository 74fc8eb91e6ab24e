import { bookId } from '../../domain/points/account';
import { newBook, type PointsBook } from '../../domain/points/book';
import { monthAfter, yearOf } from '../../domain/points/calendar';
import type { PointsEntry } from '../../domain/points/entry';
import { settle } from '../../domain/points/settle';
import type { MonthKey } from '../../domain/time/period';
import { insert, isDuplicate } from '../kit/aggregate';
import { inLanes, inParts, LANES } from '../kit/batches';
import type { Owner } from '../kit/book';
import { _ } from '../kit/cloud';
import { collection } from '../kit/collections';

export interface Settled {
  owner: Owner;
  /** Of the month; none is a month without points. */
  entries: PointsEntry[];
}

/** New books that one request brings. */
const TOGETHER = 50;

/**
 * Books a month, one conditional write for each account and none to read: only a book that was not settled for the month
 * takes it, and says so in the same write. Killed anywhere, it may be done again; two at once book once.
 * @returns how many books were written
 */
export async function writeSettled(settled: readonly Settled[], month: MonthKey): Promise<number> {
  // Most books of a year begin with its first month.
  const begun = month.endsWith('-01') ? await beginBooks(settled, month) : new Set<Settled>();
  let written = begun.size;
  await inLanes(
    settled.filter((one) => !begun.has(one)),
    LANES,
    async (one) => {
      const added = () => addMonth(one, month);
      // Somebody may begin the book in between, by writing down what no rule knows: then it is there to add to.
      if ((await added()) || (await insert('books', firstBook(one, month))) || (await added())) written += 1;
    },
  );
  return written;
}

/** @returns those whose books were begun; where one of them stood there already, all of that request are left */
async function beginBooks(settled: readonly Settled[], month: MonthKey): Promise<Set<Settled>> {
  const begun = new Set<Settled>();
  await inLanes(inParts(settled, TOGETHER), LANES, async (some) => {
    try {
      await collection('books').add(some.map((one) => firstBook(one, month)));
      for (const one of some) begun.add(one);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  });
  return begun;
}

function firstBook({ owner, entries }: Settled, month: MonthKey): PointsBook {
  return settle(newBook({ ...owner, year: yearOf(month) }), month, entries);
}

/** False when there is no such book, or it has the month. */
async function addMonth({ owner, entries }: Settled, month: MonthKey): Promise<boolean> {
  const _id = bookId(owner.account, yearOf(month));
  const change = {
    ...Object.fromEntries(entries.map((entry) => [`entries.${entry.cause}`, _.set(entry)])),
    total: _.inc(entries.reduce((sum, { amount }) => sum + amount, 0)),
    settled: month,
    rev: _.inc(1),
    // A list is read without a look at each person: who has moved stands where they serve now.
    ...placeOf(owner),
  };
  const landed = async (where: object): Promise<boolean> =>
    (await collection('books').where(where).update(change)).updated === 1;
  // Nearly always the month before is the last one; else any earlier one, or none.
  const open = { _id, closed: _.exists(false) };
  return (
    (await landed({ _id, settled: monthAfter(month, -1) })) ||
    (await landed({ ...open, settled: _.lt(month) })) ||
    landed({ ...open, settled: _.exists(false) })
  );
}

function placeOf({ area, areaPath, grid, name }: Owner): Partial<Owner> {
  return { area, areaPath, ...(grid ? { grid } : {}), name };
}
