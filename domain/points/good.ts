import type { AreaCode } from '../area/area';
import { Refusal } from '../error/refusal';
import type { Millis } from '../time/shanghai';
import type { Good } from './order';

/** What a secretary says of a good. */
export interface Listing {
  name: string;
  /** Points for one. */
  cost: number;
  /** How many come to the shelf; negative: are taken from it. A number of what is there would undo an order made meanwhile. */
  add: number;
  photo?: string | undefined;
  listed: boolean;
}

export function newGood(id: string, area: AreaCode): Good {
  return { _id: id, rev: 0, applied: [], area, name: '', cost: 1, stock: 0 };
}

/** @throws Refusal NOT_NOW when more would be taken away than is there */
export function listed(good: Good, { name, cost, add, photo, listed: shown }: Listing, at: Millis): Good {
  const stock = good.stock + add;
  if (stock < 0)
    throw new Refusal('NOT_NOW', {
      path: 'add',
      words: { zh: `只剩${good.stock}份`, en: `Only ${good.stock} are left` },
    });
  const { unlistedAt, ...rest } = good;
  const off = shown ? {} : { unlistedAt: unlistedAt ?? at };
  return { ...rest, name, cost, stock, ...(photo === undefined ? {} : { photo }), ...off };
}
