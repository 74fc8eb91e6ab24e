import { owe } from '../notice/notice';
import type { Millis } from '../time/shanghai';
import type { PointsBook } from './book';
import { hasLapsed, type Order, toWarn } from './order';
import { givenBack } from './refund';
import { eachBook, householdOf, ordersOf, type Shop, withOrders } from './shop';

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
  const told = soon.reduce((owing, order) => warnedOf(owing, order, people, at), book);
  return withOrders(
    told,
    orders.map((order) => (soon.includes(order) ? { ...order, warnedAt: at } : order)),
  );
}

function warnedOf(
  book: PointsBook,
  { id, name, until }: Order,
  people: readonly string[],
  at: Millis,
): PointsBook {
  return owe(book, {
    key: `${book._id}.${id}.order-lapsing`,
    kind: 'order-lapsing',
    to: { people: [...people] },
    about: { kind: 'shop', id: householdOf(book.account) },
    urgent: false,
    at,
    facts: { name: book.name, areaPath: book.areaPath, year: book.year, what: name, until },
  });
}
