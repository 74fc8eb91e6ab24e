import { type AreaCode, lineage } from '../area/area';
import type { Aggregate } from '../command/applied';
import type { Owing } from '../notice/notice';
import type { MonthKey } from '../time/period';
import type { Millis } from '../time/shanghai';
import { type AccountId, type AccountKind, bookId, ownerOf, type Year } from './account';
import type { EntryAsk } from './ask';
import { closesAt } from './calendar';
import type { Cause, PointsEntry } from './entry';
import type { Leaver, Membership } from './membership';
import type { Card, Order } from './order';

/** 积分账: one account × one year. */
export interface PointsBook extends Aggregate, Owing {
  account: AccountId;
  kind: AccountKind;
  year: Year;
  /** The organisation's area; of a worker or household, the village. */
  area: AreaCode;
  areaPath: string;
  /** Of a worker or household. */
  grid?: AreaCode;
  /** As it was when the book was last written; a list is read without a look at each person. */
  name: string;
  entries: Record<Cause, PointsEntry>;
  /** Always the sum of the entries' amounts. */
  total: number;
  /** The last month that was settled. */
  settled?: MonthKey;
  /** Wait for a second person, or were answered this year. */
  asks: EntryAsk[];
  /** The area and those above it that are asked, while an ask waits: finds what a desk must look at. */
  waiting?: AreaCode[];
  /** The year is over: only an upheld appeal or an agreed correction still changes it, by a linked entry. */
  closed?: { at: Millis; total: number };
  /** Of a household: it takes part, by whose wish, in which wording. */
  joined?: Membership;
  /** Of a household that takes part no longer. */
  leftAt?: Millis;
  leftBy?: Leaver;
  /** When it took part before. */
  earlier?: (Membership & { leftAt: Millis; leftBy?: Leaver })[];
  orders?: Order[];
  /** When the clock must look at its orders again. */
  lapseAt?: Millis;
  card?: Card;
  /** Of a household that was merged: the one that has its points, or will have them. */
  mergedInto?: string;
}

/** What a new book is begun with. */
export interface BookOwner {
  account: AccountId;
  year: Year;
  area: AreaCode;
  areaPath: string;
  grid?: AreaCode;
  name: string;
}

export function newBook({ account, year, area, areaPath, grid, name }: BookOwner): PointsBook {
  return {
    _id: bookId(account, year),
    rev: 0,
    applied: [],
    outbox: [],
    account,
    kind: ownerOf(account).kind,
    year,
    area,
    areaPath,
    ...(grid ? { grid } : {}),
    name,
    entries: {},
    total: 0,
    asks: [],
  };
}

/** As `newBook`; where the year is over already, closed with nothing: nobody comes back to close it. */
export function bookBegun(owner: BookOwner, at: Millis): PointsBook {
  const book = newBook(owner);
  return closesAt(owner.year) <= at ? { ...book, closed: { at, total: 0 } } : book;
}

/**
 * The book with these entries; a cause that stands there already is not booked again, whoever brings it.
 * The same book when there is nothing new.
 */
export function booked(book: PointsBook, entries: readonly PointsEntry[]): PointsBook {
  const fresh = new Map(
    entries.filter(({ cause }) => !Object.hasOwn(book.entries, cause)).map((entry) => [entry.cause, entry]),
  );
  if (fresh.size === 0) return book;
  const sum = [...fresh.values()].reduce((total, { amount }) => total + amount, book.total);
  return { ...book, entries: { ...book.entries, ...Object.fromEntries(fresh) }, total: sum };
}

/** The book where its owner lives now, under today's name; the same book when nothing of that has changed. */
export function placedAt(
  book: PointsBook,
  { area, areaPath, grid, name }: Omit<BookOwner, 'account' | 'year'>,
): PointsBook {
  const same = book.area === area && book.areaPath === areaPath && book.grid === grid && book.name === name;
  if (same) return book;
  const { grid: _, ...rest } = book;
  return withWaiting({ ...rest, area, areaPath, ...(grid ? { grid } : {}), name });
}

/** The book with `waiting` told anew from its asks, as long as it is not known who is asked (`withDesks`). */
export function withWaiting(book: PointsBook): PointsBook {
  const { waiting: _, ...rest } = book;
  const open = book.asks.some(({ answer }) => answer === undefined);
  return open ? { ...rest, waiting: lineage(book.area) } : rest;
}

/** Entries in the order in which they happened. */
export function inOrder(book: Pick<PointsBook, 'entries'>): PointsEntry[] {
  return Object.values(book.entries).sort((a, b) => a.at - b.at || (a.cause < b.cause ? -1 : 1));
}
