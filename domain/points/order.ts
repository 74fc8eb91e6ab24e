import type { AreaCode } from '../area/area';
import type { Aggregate } from '../command/applied';
import type { Millis } from '../time/shanghai';
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
  endedAt?: Millis;
  by?: Signatory;
}

/** A paper card with a QR code, for people without a phone. */
export interface Card {
  code: string;
  at: Millis;
  by: Signatory;
}
