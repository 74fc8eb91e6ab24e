import type { AreaCode } from '../area/area';
import type { Aggregate } from '../command/applied';
import { DAY, type Millis, shanghai } from '../time/shanghai';
import type { Signatory } from './entry';

/** 积分超市里的东西: what a village gives for points. */
export interface Good extends Aggregate {
  /** Village. */
  area: AreaCode;
  name: string;
  /** Points for one. */
  cost: number;
  /** How many are left that nobody has ordered. */
  stock: number;
  photo?: string;
  /** Absent while it is on the list. */
  unlistedAt?: Millis;
}

/** A good that a household has exchanged points for; the points are gone, the good waits to be fetched. */
export interface Order {
  id: string;
  good: string;
  name: string;
  cost: number;
  /** Said at the counter. */
  code: string;
  at: Millis;
  /** Not fetched by then: the points come back. */
  until: Millis;
  state: 'waiting' | 'fetched' | 'cancelled' | 'expired';
  /** When the household was told that it is about to lapse. */
  warnedAt?: Millis;
  endedAt?: Millis;
  by?: Signatory;
}

/** A paper card with a QR code, for people without a phone. */
export interface Card {
  code: string;
  at: Millis;
  by: Signatory;
}

/** A good waits this many days; the last one counts to its midnight. */
export const KEPT_DAYS = 30;
const WARNED_BEFORE: Millis = 5 * DAY;

export function keptUntil(at: Millis): Millis {
  return shanghai(at)
    .startOf('day')
    .add(KEPT_DAYS + 1, 'day')
    .valueOf();
}

/** When the clock next has something to do for an order: to warn, then to give the points back. */
function dueAt({ until, warnedAt }: Order): Millis {
  return warnedAt === undefined ? until - WARNED_BEFORE : until;
}

export function isWaiting({ state }: Order): boolean {
  return state === 'waiting';
}

/** Waits, and nobody has told the household that it will not for long. */
export function toWarn(order: Order, at: Millis): boolean {
  return isWaiting(order) && order.warnedAt === undefined && dueAt(order) <= at && at < order.until;
}

/** Still stands as waiting, though its time is over. */
export function hasLapsed(order: Order, at: Millis): boolean {
  return isWaiting(order) && order.until <= at;
}

/** When the clock has to look at these orders again; undefined when none waits. */
export function nextLapse(orders: readonly Order[]): Millis | undefined {
  const due = orders.filter(isWaiting).map(dueAt);
  return due.length === 0 ? undefined : Math.min(...due);
}
