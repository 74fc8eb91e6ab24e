import type { MonthKey } from '../time/period';
import type { Millis } from '../time/shanghai';
import { booked, type PointsBook } from './book';
import type { PointsEntry } from './entry';

/** The book with a month's entries. The same book when that month was settled before, or the year is closed. */
export function settle(book: PointsBook, month: MonthKey, entries: readonly PointsEntry[]): PointsBook {
  if (book.closed || (book.settled ?? '') >= month) return book;
  return { ...booked(book, entries), settled: month };
}

/** The year is over. The same book when it was closed before. */
export function closeBook(book: PointsBook, at: Millis): PointsBook {
  return book.closed ? book : { ...book, closed: { at, total: book.total } };
}
