import type { EntryAsk } from './ask';
import type { PointsBook } from './book';

/** Where a page of waiting asks ended: when the last one was written down, and its id, for several of one moment. */
export type AskCursor = string;

export interface Queued<B> {
  book: B;
  ask: EntryAsk;
}

export function cursorOf({ at, id }: Pick<EntryAsk, 'at' | 'id'>): AskCursor {
  return `${at}_${id}`;
}

/** What still waits in these books behind the cursor, the oldest first; answered ones in between move nobody's place. */
export function queueAfter<B extends Pick<PointsBook, 'asks'>>(
  books: readonly B[],
  after?: AskCursor,
): Queued<B>[] {
  const queue = books
    .flatMap((book) => book.asks.filter(({ answer }) => answer === undefined).map((ask) => ({ book, ask })))
    .sort((a, b) => order(a.ask, b.ask));
  if (after === undefined) return queue;
  const cut = after.indexOf('_');
  const last = { at: Number(after.slice(0, cut)), id: after.slice(cut + 1) };
  return queue.filter(({ ask }) => order(ask, last) > 0);
}

type Place = Pick<EntryAsk, 'at' | 'id'>;

function order(a: Place, b: Place): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
