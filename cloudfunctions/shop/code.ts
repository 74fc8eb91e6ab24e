import { Refusal } from '../../domain/error/refusal';
import { householdOf } from '../../domain/points/shop';
import { all } from '../kit/collections';

/** The household of an order or a card, also of a card that was replaced. @throws Refusal NOT_FOUND */
export async function householdBehind(code: string): Promise<string> {
  for (const field of ['card.code', 'orders.code']) {
    const [book] = await all('books', (books) => books.where({ [field]: code }).limit(1));
    if (book) return householdOf(book.account);
  }
  throw new Refusal('NOT_FOUND', { path: 'code', words: WRONG });
}

const WRONG = {
  zh: '没有这个码，请再看一遍',
  en: 'There is no such code; please look at it once more',
};
