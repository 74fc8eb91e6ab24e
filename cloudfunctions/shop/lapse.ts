import type { PointsBook } from '../../domain/points/book';
import { lapse } from '../../domain/points/lapse';
import { householdOf, waitingGoods } from '../../domain/points/shop';
import type { Millis } from '../../domain/time/shanghai';
import { now } from '../kit/clock';
import { _ } from '../kit/cloud';
import { all, one } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import { earsOf } from './ears';
import { trade } from './trade';

const BATCH = 100;

/**
 * Orders that lapsed or soon will, the oldest first; killed anywhere, the next firing goes on where this one was.
 * What fails, or has nothing to do, is passed over and tried again then.
 */
export async function lapseOrders(at: Millis, until: Millis): Promise<Record<string, number>> {
  let lapsed = 0;
  let passed = 0;
  while (now() < until) {
    const due = await all('books', (books) =>
      books
        .where({ lapseAt: _.lte(at) })
        .orderBy('lapseAt', 'asc')
        .skip(passed)
        .limit(BATCH),
    );
    for (const book of due) {
      if (now() >= until) break;
      if (await lapsedIn(book, at)) lapsed += 1;
      else passed += 1;
    }
    if (due.length < BATCH) break;
  }
  return { lapsed, passed };
}

/** An order waits for a month at most: it stands in the running year's book or in the one before. */
async function lapsedIn({ _id, account }: PointsBook, at: Millis): Promise<boolean> {
  try {
    const id = householdOf(account);
    const [household, people] = await Promise.all([one('households', id), earsOf(id, at)]);
    if (!household) throw new Error(`no household ${id}`);
    const { books } = await trade(household, {
      // A colon: no phone can say it.
      command: { id: `lapse:${at}`, print: `${at}`, at },
      goods: waitingGoods,
      decide: (shop) => lapse(shop, people, at),
      answer: () => null,
    });
    for (const book of books) if (book.outbox.length > 0) await deliverSoon('books', book);
    return books.length > 0;
  } catch (error) {
    console.error('[shop]', _id, error);
    return false;
  }
}
