import { Refusal } from '../error/refusal';
import type { Millis } from '../time/shanghai';
import { booked, type PointsBook } from './book';
import type { Signatory } from './entry';
import { left } from './join';
import { mustHaveJoined } from './membership';
import { hasLapsed, isWaiting, keptUntil, type Order } from './order';
import { givenBack } from './refund';
import { ended, exchangeEntry, ordersOf, restocked, type Shop, spentOn, withOrders } from './shop';

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
  mustHaveJoined(book);
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

/** The household takes part no longer; whatever it ordered goes back first. @throws Refusal NOT_NOW */
export function leave(shop: Shop, by: Signatory, at: Millis): Shop {
  const waiting = ordersOf(shop).filter(isWaiting);
  const after = givenBack(shop, waiting, { state: 'cancelled', by }, at);
  return { ...after, book: left(after.book, by, at) };
}

/** The good is handed over, once. @throws Refusal NOT_FOUND, NOT_NOW */
export function handOut(book: PointsBook, code: string, by: Signatory, at: Millis): PointsBook {
  const order = orderBy(book, code);
  if (!order) throw new Refusal('NOT_FOUND', { path: 'code' });
  const state = hasLapsed(order, at) ? 'expired' : order.state;
  if (state !== 'waiting') throw new Refusal('NOT_NOW', { path: 'code', words: ENDED[state] });
  return ended(book, [order], { state: 'fetched', by }, at);
}

export function orderBy({ orders }: Pick<PointsBook, 'orders'>, code: string): Order | undefined {
  return orders?.find((order) => order.code === code);
}

const GONE = { zh: '刚刚换完了，看看别的', en: 'None is left; please look at something else' };
const TOO_FEW = { zh: '积分还不够换这一样', en: 'There are not enough points for this yet' };
const ENDED = {
  waiting: { zh: '还等着取', en: 'It waits to be fetched' },
  fetched: { zh: '这一份已经取走了', en: 'This was fetched already' },
  cancelled: { zh: '这一份已经取消，积分退回去了', en: 'This was cancelled, the points went back' },
  expired: { zh: '这一份过期了，积分会退回去', en: 'This has lapsed, the points go back' },
} as const;
