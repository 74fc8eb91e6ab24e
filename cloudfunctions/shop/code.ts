import { Refusal } from '../../domain/error/refusal';
import type { PointsBook } from '../../domain/points/book';
import { householdOf } from '../../domain/points/shop';
import { all } from '../kit/collections';

/** The book in which an order has this code. @throws Refusal NOT_FOUND */
export async function bookOfOrder(code: string): Promise<PointsBook> {
  const [book] = await all('books', (books) => books.where({ 'orders.code': code }).limit(1));
  if (!book) throw new Refusal('NOT_FOUND', { path: 'code', words: WRONG });
  return book;
}

/** The household of an order or a card, also of a card that was replaced. @throws Refusal NOT_FOUND */
export async function householdBehind(code: string): Promise<string> {
  const [book] = await all('books', (books) => books.where({ 'card.code': code }).limit(1));
  return householdOf((book ?? (await bookOfOrder(code))).account);
}

const WRONG = {
  zh: '没有这个码，请再看一遍',
  en: 'There is no such code; please look at it once more',
};
