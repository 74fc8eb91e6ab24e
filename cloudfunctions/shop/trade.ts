import { remember } from '../../domain/command/applied';
import type { Household } from '../../domain/household/household';
import type { PointsBook } from '../../domain/points/book';
import type { Good } from '../../domain/points/order';
import type { Shop } from '../../domain/points/shop';
import type { CommandStamp } from '../kit/aggregate';
import { type Books, bookIds, booksFrom, earlierIn } from './books';
import { inTransaction, put, read, type Transaction } from './transaction';

interface Trade<A> {
  command: CommandStamp;
  /** Ids of the goods that may change, told from the books as they are now. */
  goods(books: Books): readonly string[];
  /** What it leaves as it was is not written. */
  decide(shop: Shop): Shop;
  answer(shop: Shop): A;
}

interface Traded<A> {
  /** As written; none when the command had been taken in before, or had nothing to do. */
  books: PointsBook[];
  answer: A;
}

/**
 * Books and goods change together or not at all, by the platform's transaction: nobody pays for what somebody else
 * got. The command's id stands in each book it changed. @throws Refusal of `decide`, ID_REUSED, CONFLICT
 */
export function trade<A>(household: Household, trading: Trade<A>): Promise<Traded<A>> {
  return inTransaction((transaction) => tradeIn(transaction, household, trading));
}

async function tradeIn<A>(
  transaction: Transaction,
  household: Household,
  { command, goods: wanted, decide, answer }: Trade<A>,
): Promise<Traded<A>> {
  const [running, before] = bookIds(household._id, command.at);
  const stored = await read<PointsBook>(transaction, 'books', running);
  const last = await read<PointsBook>(transaction, 'books', before);
  const books = booksFrom(household, stored, last, command.at);
  const earlier = earlierIn(books, command);
  if (earlier) return { books: [], answer: earlier.answer as A };
  const goods: Good[] = [];
  for (const id of new Set(wanted(books))) {
    const good = await read<Good>(transaction, 'goods', id);
    if (good) goods.push(good);
  }
  const shop: Shop = { book: books.book, ...(last ? { last } : {}), goods };
  const after = decide(shop);
  const given = answer(after);
  for (const [index, good] of after.goods.entries())
    if (good !== goods[index]) await put(transaction, 'goods', goods[index], good);
  const written: PointsBook[] = [];
  const keep = async (was: PointsBook | undefined, book: PointsBook) => {
    const taken = { ...book, applied: remember(book.applied, { ...command, answer: given }) };
    written.push(await put(transaction, 'books', was, taken));
  };
  if (after.last && after.last !== last) await keep(last, after.last);
  if (after.book !== shop.book) await keep(stored, after.book);
  return { books: written, answer: given };
}
