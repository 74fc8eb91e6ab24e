import type { Millis } from '../time/shanghai';
import type { PointsBook } from './book';
import { hear } from './hear';
import { hasLapsed, toWarn } from './order';
import { givenBack } from './refund';
import { eachBook, ordersOf, type Shop, withOrders } from './shop';

/**
 * What the clock does: gives back what was not fetched, and warns of what soon will not be. Books and goods for which
 * nothing is due stay the same.
 * @param people who of the household, or for it, hears the warning
 */
export function lapse(shop: Shop, people: readonly string[], at: Millis): Shop {
  const over = ordersOf(shop).filter((order) => hasLapsed(order, at));
  const after = givenBack(shop, over, { state: 'expired' }, at);
  return eachBook(after, (book) => warned(book, people, at));
}

function warned(book: PointsBook, people: readonly string[], at: Millis): PointsBook {
  const orders = book.orders ?? [];
  const soon = orders.filter((order) => toWarn(order, at));
  if (soon.length === 0) return book;
  const hearing = { kind: 'order-lapsing', people, at } as const;
  const told = soon.reduce((owing, order) => hear(owing, order, hearing), book);
  return withOrders(
    told,
    orders.map((order) => (soon.includes(order) ? { ...order, warnedAt: at } : order)),
  );
}
