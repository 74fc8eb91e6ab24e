import { Refusal } from '../error/refusal';
import type { Millis } from '../time/shanghai';
import { booked } from './book';
import type { Signatory } from './entry';
import { left } from './join';
import { hasJoined, type Leaver, mustHaveAgreed } from './membership';
import { isWaiting, keptUntil, type Order } from './order';
import { givenBack } from './refund';
import { ENDED, exchangeEntry, ordersOf, restocked, type Shop, spentOn, withOrders } from './shop';

interface Wish {
  /** Of the order. */
  id: string;
  good: string;
  code: string;
  by: Signatory;
}

/** One good less, its points gone, a code to fetch it by. @throws Refusal NOT_FOUND, NOT_NOW */
export function exchange(shop: Shop, { id, good: wanted, code, by }: Wish, at: Millis): Shop {
  const { book } = shop;
  mustHaveAgreed(book);
  const good = shop.goods.find(({ _id }) => _id === wanted);
  if (!good || good.unlistedAt !== undefined || good.area !== book.area)
    throw new Refusal('NOT_FOUND', { path: 'good' });
  const { name, cost } = good;
  if (good.stock < 1) throw new Refusal('NOT_NOW', { path: 'good', words: GONE });
  if (book.total < cost) throw new Refusal('NOT_NOW', { path: 'household', words: TOO_FEW });
  const order: Order = { id, good: wanted, name, cost, code, at, until: keptUntil(at), state: 'waiting' };
  const spent = { ...exchangeEntry(order, spentOn(order), -cost, at), by };
  return {
    ...shop,
    book: withOrders(booked(book, [spent]), [...(book.orders ?? []), order]),
    goods: restocked(shop.goods, [order], -1),
  };
}

/** Points and good back, by the household's wish. @throws Refusal NOT_FOUND, NOT_NOW */
export function cancel(shop: Shop, id: string, by: Signatory, at: Millis): Shop {
  const order = ordersOf(shop).find((one) => one.id === id);
  if (!order) throw new Refusal('NOT_FOUND', { path: 'order' });
  if (!isWaiting(order)) throw new Refusal('NOT_NOW', { path: 'order', words: ENDED[order.state] });
  return givenBack(shop, [order], { state: 'cancelled', by }, at);
}

/**
 * The household takes part no longer, in last year's book neither; whatever it ordered goes back first.
 * @throws Refusal NOT_NOW
 */
export function leave(shop: Shop, leaver: Leaver, at: Millis): Shop {
  const by = { person: leaver.person, name: leaver.name };
  const waiting = ordersOf(shop).filter(isWaiting);
  const { last, ...after } = givenBack(shop, waiting, { state: 'cancelled', by }, at);
  const book = left(after.book, leaver, at);
  if (!last) return { ...after, book };
  return { ...after, book, last: hasJoined(last) ? left(last, leaver, at) : last };
}

const GONE = { zh: '刚刚换完了，看看别的', en: 'None is left; please look at something else' };
const TOO_FEW = { zh: '积分还不够换这一样', en: 'There are not enough points for this yet' };
