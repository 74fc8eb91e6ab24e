import type { Year } from '../../points/account';
import type { EntryAsk } from '../../points/ask';
import type { PointsEntry } from '../../points/entry';
import type { Order } from '../../points/order';
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

export interface ShopView extends AsOf {
  household: { id: string; head: string };
  year: Year;
  joinedAt?: Millis;
  leftAt?: Millis;
  /** Of the consent that is asked for. */
  version: string;
  balance: number;
  entries: PointsEntry[];
  rules: (Pick<Rule, 'id' | 'name' | 'text' | 'evidence' | 'cap'> & { amount: number })[];
  asks: EntryAsk[];
  goods: GoodView[];
  orders: Order[];
  card?: { code: string; at: Millis };
  /** How this reader stands to the household. */
  as: 'own' | 'linked' | 'counter';
}

export interface ShopOutputs {
  'shop.open': ShopView;
  'shop.join': AsOf & { household: string };
  'shop.leave': AsOf & { household: string };
  'shop.request': AsOf & { household: string; ask: string };
  'shop.order': AsOf & { household: string; order: string; code: string; until: Millis; balance: number };
  'shop.cancel': AsOf & { household: string; balance: number };
  'shop.stock': AsOf & { good: string };
  'shop.goods': AsOf & { goods: GoodView[]; waiting: number; may: boolean };
  'shop.handOut': AsOf & { household: string; head: string; name: string; cost: number };
  /** `image` is a data address of the QR code, to print. */
  'shop.card': AsOf & { household: string; head: string; code: string; image: string };
}
