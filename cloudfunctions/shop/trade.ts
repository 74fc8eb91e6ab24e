import { type Aggregate, remember } from '../../domain/command/applied';
import { Refusal } from '../../domain/error/refusal';
import type { Household } from '../../domain/household/household';
import type { PointsBook } from '../../domain/points/book';
import type { Good } from '../../domain/points/order';
import type { Shop } from '../../domain/points/shop';
import { type CommandStamp, changes, isConflict } from '../kit/aggregate';
import { db } from '../kit/cloud';
import { type Books, bookIds, booksFrom, earlierIn } from './books';

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

type Transaction = typeof db;

/** For a village's last bag of rice the SDK's three quick tries are too hasty: ours wait, each longer than the last. */
const ROUNDS = 10;
const PAUSE_MS = 30;

/**
 * Books and goods change together or not at all, by the platform's transaction: nobody pays for what somebody else
 * got. The command's id stands in each book it changed. @throws Refusal of `decide`, ID_REUSED, CONFLICT
 */
export async function trade<A>(household: Household, trading: Trade<A>): Promise<Traded<A>> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    try {
      return await db.runTransaction(
        (transaction: Transaction) => tradeIn(transaction, household, trading),
        0,
      );
    } catch (error) {
      if (!isConflict(error)) throw error;
      await pause(Math.random() * PAUSE_MS * round);
    }
  }
  throw new Refusal('CONFLICT');
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

async function read<T>(transaction: Transaction, name: string, id: string): Promise<T | undefined> {
  const { data } = await transaction.collection(name).doc(id).get();
  return (data as T | null | undefined) ?? undefined;
}

/** `rev` grows, so that a command without a transaction that has read the document decides again. */
async function put<T extends Aggregate>(
  transaction: Transaction,
  name: string,
  before: T | undefined,
  after: T,
): Promise<T> {
  const next = { ...after, rev: after.rev + 1 };
  const collection = transaction.collection(name);
  if (before) await collection.doc(next._id).update(changes(before, next));
  else await collection.add(next);
  return next;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
