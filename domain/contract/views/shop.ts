import type { Words } from '../../error/refusal';
import type { Year } from '../../points/account';
import type { Cause } from '../../points/entry';
import type { Card, Order } from '../../points/order';
import type { Rule } from '../../points/rule';
import type { Millis } from '../../time/shanghai';
import type { AsOf } from './as-of';

export interface GoodView {
  id: string;
  name: string;
  cost: number;
  stock: number;
  photo?: string;
  listed: boolean;
}

/** What a household is given points for. */
export type RewardView = Pick<Rule, 'id' | 'name' | 'text' | 'evidence'> & { amount: number };

/** One line of the household's book. */
export interface ShopLine {
  cause: Cause;
  amount: number;
  at: Millis;
  /** Name of the rule; absent for an exchange, its way back, and what last year left. */
  rule?: Words;
  kind: 'rule' | 'exchange' | 'back' | 'carry' | 'merge';
  text?: string;
}

/** What the household asked points for, and what the village said. */
export interface ShopAsk {
  id: string;
  rule: Words;
  amount: number;
  at: Millis;
  text: string;
  answer?: { yes: boolean; at: Millis; text?: string };
}

export interface OrderView extends Omit<Order, 'by' | 'warnedAt' | 'code'> {
  /** Absent at the counter, which hears it from whoever comes to fetch. */
  code?: string;
  /** This reader, who was told the code by which the household was opened, can hand it out for that. */
  mayHandOut?: true;
}

export interface ShopView extends AsOf {
  household: { id: string; head: string };
  year: Year;
  joinedAt?: Millis;
  leftAt?: Millis;
  /** Takes part under this older wording, and is asked whether to go on; until then nothing new can be done. */
  renew?: string;
  /** What can be spent now. */
  balance: number;
  /** What last year's book still holds; it comes over when that is closed. */
  coming?: { amount: number; at: Millis };
  /** Newest first. */
  lines: ShopLine[];
  rewards: RewardView[];
  asks: ShopAsk[];
  goods: GoodView[];
  /** How long an order waits to be fetched. */
  keptDays: number;
  /** Newest first. */
  orders: OrderView[];
  card?: Pick<Card, 'at'>;
  /** How this reader stands to the household. */
  as: 'own' | 'linked' | 'counter';
}

/** An order that waits at the counter; the code stays with the household. */
export interface WaitingOrder {
  household: string;
  head: string;
  name: string;
  until: Millis;
}

export interface ShopOutputs {
  'shop.open': ShopView;
  'shop.join': AsOf & { household: string };
  'shop.renew': AsOf & { household: string };
  'shop.leave': AsOf & { household: string; balance: number };
  'shop.request': AsOf & { household: string; ask: string };
  /** `code`: absent at the counter. */
  'shop.order': AsOf & { household: string; order: string; code?: string; until: Millis; balance: number };
  'shop.cancel': AsOf & { household: string; balance: number };
  'shop.stock': AsOf & { good: string; stock: number };
  /** `may`: put goods on the list and change them. */
  'shop.goods': AsOf & { goods: GoodView[]; waiting: WaitingOrder[]; may: boolean };
  'shop.handOut': AsOf & { household: string; head: string; name: string; cost: number };
  /** `image`: a data address of the code to scan; absent while WeChat cannot be reached, the letters are enough. */
  'shop.card': AsOf & { household: string; head: string; code: string; image?: string };
}
