import type { ShopView } from '../../../domain/contract/views';

/** Whether the household takes part now. */
export function isWithin({ joinedAt, leftAt }: Pick<ShopView, 'joinedAt' | 'leftAt'>): boolean {
  return joinedAt !== undefined && leftAt === undefined;
}
