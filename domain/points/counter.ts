import { Refusal, type Words } from '../error/refusal';
import type { Millis } from '../time/shanghai';
import type { PointsBook } from './book';
import type { Signatory } from './entry';
import { hasLapsed, type Order } from './order';
import { ENDED, ended, ordersOf, type Shop, spentOn } from './shop';

type Books = Pick<Shop, 'book' | 'last'>;

/** The code opens neither the order nor the household · ordered by the same person · the card was made by them. */
type Bar = 'unknown' | 'ordered' | 'card';

/**
 * Why this person may not hand out an order for this code, an order's or a card's; undefined when they may. Nobody
 * takes a family's points alone: whoever ordered for it, or made the card, leaves the counter to somebody else.
 */
export function barAtCounter(books: Books, order: Order, code: string, person: string): Bar | undefined {
  const { card } = books.book;
  if (order.code !== code) {
    if (card?.code !== code) return 'unknown';
    if (card.by.person === person) return 'card';
  }
  return ordererOf(books, order)?.person === person ? 'ordered' : undefined;
}

/** Who wanted it: they signed the entry that paid for it. */
function ordererOf({ book, last }: Books, order: Order): Signatory | undefined {
  return (book.entries[spentOn(order)] ?? last?.entries[spentOn(order)])?.by;
}

/**
 * The order that is handed out for this code; with a card also its id is needed.
 * @throws Refusal NOT_FOUND, NOT_YOURS at code
 */
export function orderShown(books: Books, code: string, id: string | undefined, by: Signatory): Order {
  const order = ordersOf(books).find((one) => (id === undefined ? one.code === code : one.id === id));
  const bar = order ? barAtCounter(books, order, code, by.person) : 'unknown';
  if (!order || bar === 'unknown') throw new Refusal('NOT_FOUND', { path: 'code' });
  if (bar) throw new Refusal('NOT_YOURS', { path: 'code', words: BARRED[bar] });
  return order;
}

/** The good is handed over, once. @throws Refusal NOT_FOUND, NOT_NOW */
export function handOut(book: PointsBook, id: string, by: Signatory, at: Millis): PointsBook {
  const order = book.orders?.find((one) => one.id === id);
  if (!order) throw new Refusal('NOT_FOUND', { path: 'code' });
  const state = hasLapsed(order, at) ? 'expired' : order.state;
  if (state !== 'waiting') throw new Refusal('NOT_NOW', { path: 'code', words: ENDED[state] });
  return ended(book, [order], { state: 'fetched', by }, at);
}

const BARRED: Record<Exclude<Bar, 'unknown'>, Words> = {
  ordered: {
    zh: '这一份是您替他们换的，请另一位负责人来交',
    en: 'You ordered this for them; please let somebody else hand it out',
  },
  card: {
    zh: '这张卡是您做的，请另一位负责人来交',
    en: 'You made this card; please let somebody else hand it out',
  },
};
