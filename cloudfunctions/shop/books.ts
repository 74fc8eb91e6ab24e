import { type Applied, replay } from '../../domain/command/applied';
import { Refusal } from '../../domain/error/refusal';
import type { Household } from '../../domain/household/household';
import { accountOf, bookId } from '../../domain/points/account';
import { newBook, type PointsBook, placedAt } from '../../domain/points/book';
import { yearOf } from '../../domain/points/calendar';
import { yearBefore } from '../../domain/points/carry';
import { inherited } from '../../domain/points/join';
import type { Order } from '../../domain/points/order';
import { monthKey } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { apply, type CommandStamp, type Outcome } from '../kit/aggregate';
import { ownerOfHousehold } from '../kit/book';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';

/** The two books that matter to a household. */
export interface Books {
  household: Household;
  /** Of the running year, with what goes on from the year before; perhaps not written yet. */
  book: PointsBook;
  /** The running year's as it lies in the database. */
  stored?: PointsBook;
  /** Of the year before. */
  last?: PointsBook;
}

/** Of the running year, and of the one before. */
export function bookIds(household: string, at: Millis): [running: string, before: string] {
  const account = accountOf('household', household);
  const year = yearOf(monthKey(at));
  return [bookId(account, year), bookId(account, yearBefore(year))];
}

/** With what goes on from last year, and where the household lives now. */
function goneOn(book: PointsBook, last: PointsBook | undefined, household: Household): PointsBook {
  return placedAt(inherited(book, last), ownerOfHousehold(household));
}

export function booksFrom(
  household: Household,
  stored: PointsBook | undefined,
  last: PointsBook | undefined,
  at: Millis,
): Books {
  const begun = stored ?? newBook({ ...ownerOfHousehold(household), year: yearOf(monthKey(at)) });
  return {
    household,
    book: goneOn(begun, last, household),
    ...(stored ? { stored } : {}),
    ...(last ? { last } : {}),
  };
}

/** One query, at most two documents. */
export async function booksOf(household: Household, at: Millis): Promise<Books> {
  const [running, before] = bookIds(household._id, at);
  const found = await all('books', (books) => books.where({ _id: _.in([running, before]) }).limit(2));
  const byId = (id: string) => found.find(({ _id }) => _id === id);
  return booksFrom(household, byId(running), byId(before), at);
}

/** Where an order stands. @throws Refusal NOT_FOUND for an order of long ago */
export function bookWithOrder({ stored, last }: Books, { id }: Pick<Order, 'id'>): PointsBook {
  const book = [stored, last].find((one) => one?.orders?.some((order) => order.id === id));
  if (!book) throw new Refusal('NOT_FOUND', { path: 'code' });
  return book;
}

/** A command that was taken in before midnight of New Year's Eve is known by last year's book only. */
export function earlierIn({ stored, last }: Books, { id, print }: CommandStamp): Applied | undefined {
  return replay(stored?.applied ?? [], id, print) ?? replay(last?.applied ?? [], id, print);
}

interface Keeping<A> {
  command: CommandStamp;
  decide(book: PointsBook): PointsBook;
  answer(book: PointsBook): A;
}

/** A command upon the running year's book alone. @throws Refusal of `decide`, ID_REUSED, CONFLICT */
export async function keep<A>(
  books: Books,
  { command, decide, answer }: Keeping<A>,
): Promise<Outcome<PointsBook, A>> {
  const { book, stored, last, household } = books;
  const earlier = earlierIn(books, command);
  if (earlier) return { state: book, answer: earlier.answer as A, replayed: true };
  return apply('books', {
    id: book._id,
    command,
    ...(stored ? { known: stored } : {}),
    fresh: () => book,
    decide: (before) => decide(goneOn(before, last, household)),
    answer,
  });
}
