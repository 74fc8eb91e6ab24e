import type { Millis } from '../time/shanghai';
import { booked, type PointsBook } from './book';
import { causeOf, type PointsEntry } from './entry';
import type { Order } from './order';
import { type End, eachBook, ended, exchangeEntry, restocked, type Shop, spentOn } from './shop';

/** Goods go back to the shelf and points to the book they came from; when that is closed, to the running year's. */
export function givenBack(shop: Shop, orders: readonly Order[], end: End, at: Millis): Shop {
  if (orders.length === 0) return shop;
  const wanted = new Set(orders.map(({ id }) => id));
  const mine = (book: PointsBook) => (book.orders ?? []).filter(({ id }) => wanted.has(id));
  const late = shop.last?.closed ? mine(shop.last) : [];
  const after = eachBook(shop, (book) => {
    const back = mine(book);
    return ended(book.closed ? book : refunded(book, back, end, at), back, end, at);
  });
  const moved = late.map((order) => refundOf(order, end, at));
  return { ...after, book: booked(after.book, moved), goods: restocked(shop.goods, orders, 1) };
}

/** Each spending is taken back by one linked entry. */
function refunded(book: PointsBook, orders: readonly Order[], end: End, at: Millis): PointsBook {
  if (orders.length === 0) return book;
  const entries = { ...book.entries };
  const back = orders.map((order) => {
    const refund = refundOf(order, end, at);
    const spent = entries[spentOn(order)];
    if (!spent) return refund;
    entries[spent.cause] = { ...spent, reversedBy: refund.cause };
    return { ...refund, reverses: spent.cause };
  });
  return booked({ ...book, entries }, back);
}

function refundOf(order: Order, { by }: End, at: Millis): PointsEntry {
  const refund = exchangeEntry(order, causeOf('back', order.id), order.cost, at);
  return by ? { ...refund, by } : refund;
}
