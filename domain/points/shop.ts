import { monthKey } from '../time/period';
import type { Millis } from '../time/shanghai';
import { type AccountId, ownerOf } from './account';
import type { PointsBook } from './book';
import { type Cause, causeOf, type PointsEntry, type Signatory } from './entry';
import { type Good, isWaiting, nextLapse, type Order } from './order';

/** What an exchange may change, together or not at all. */
export interface Shop {
  /** The household's book of the running year: what it may spend. */
  book: PointsBook;
  /** Its book of the year before, where orders may still wait. */
  last?: PointsBook;
  goods: readonly Good[];
}

/** How an order ended. */
export interface End {
  state: Exclude<Order['state'], 'waiting'>;
  /** Absent: by the clock. */
  by?: Signatory;
}

/** Not a rule that a banner can change: points for a good, and back again. */
const EXCHANGE = { rule: 'exchange', version: 'shop.1' } as const;

/** Why nothing can be done about an order any more. */
export const ENDED = {
  waiting: { zh: '还等着取', en: 'It waits to be fetched' },
  fetched: { zh: '这一份已经取走了', en: 'This was fetched already' },
  cancelled: { zh: '这一份已经取消，积分退回去了', en: 'This was cancelled, the points went back' },
  expired: { zh: '这一份过期了，积分会退回去', en: 'This has lapsed, the points go back' },
} as const;

export function householdOf(account: AccountId): string {
  return ownerOf(account).owner;
}

export function ordersOf({ book, last }: Pick<Shop, 'book' | 'last'>): Order[] {
  return [...(last?.orders ?? []), ...(book.orders ?? [])];
}

/** Ids of the goods that wait to be fetched; of one order only, when it is named. */
export function waitingGoods(books: Pick<Shop, 'book' | 'last'>, id?: string): string[] {
  return ordersOf(books)
    .filter((order) => isWaiting(order) && (id === undefined || order.id === id))
    .map(({ good }) => good);
}

export function eachBook(shop: Shop, change: (book: PointsBook) => PointsBook): Shop {
  return { ...shop, book: change(shop.book), ...(shop.last ? { last: change(shop.last) } : {}) };
}

/** The cause of the entry that paid for an order. */
export function spentOn({ id }: Order): Cause {
  return causeOf(EXCHANGE.rule, id);
}

export function isExchange({ rule }: Pick<PointsEntry, 'rule'>): boolean {
  return rule === EXCHANGE.rule;
}

export function exchangeEntry(order: Order, cause: Cause, amount: number, at: Millis): PointsEntry {
  return {
    ...EXCHANGE,
    cause,
    amount,
    month: monthKey(at),
    at,
    bookedAt: at,
    evidence: { kind: 'order', id: order.id },
    text: order.name,
  };
}

/** The book with these orders, and told when the clock must look at them again. */
export function withOrders(book: PointsBook, orders: Order[]): PointsBook {
  const { lapseAt: _, ...rest } = book;
  const next = nextLapse(orders);
  return { ...rest, orders, ...(next === undefined ? {} : { lapseAt: next }) };
}

/** Orders that are over; the others as they were. */
export function ended(book: PointsBook, orders: readonly Order[], end: End, at: Millis): PointsBook {
  if (orders.length === 0) return book;
  const over = new Set(orders.map(({ id }) => id));
  return withOrders(
    book,
    (book.orders ?? []).map((order) => (over.has(order.id) ? { ...order, ...end, endedAt: at } : order)),
  );
}

/** Stock less, or more, by one for each order. */
export function restocked(goods: readonly Good[], orders: readonly Order[], sign: 1 | -1): Good[] {
  return goods.map((good) => {
    const count = orders.filter((order) => order.good === good._id).length;
    return count === 0 ? good : { ...good, stock: good.stock + sign * count };
  });
}
