import type { ShopView } from '../../../domain/contract/views';

/** What every part of the page works with. */
export interface Part {
  shop: ShopView;
  /** By which it was opened at the counter. */
  code?: string | undefined;
  onChange(): Promise<void>;
}

/** Whether it can order and ask for something new: it takes part, and has seen the wording as it is now. */
export function mayAsk(shop: Pick<ShopView, 'joinedAt' | 'leftAt' | 'renew'>): boolean {
  return isWithin(shop) && shop.renew === undefined;
}

/** Whether the household takes part now. */
export function isWithin({ joinedAt, leftAt }: Pick<ShopView, 'joinedAt' | 'leftAt'>): boolean {
  return joinedAt !== undefined && leftAt === undefined;
}
