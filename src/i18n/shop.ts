import * as en from './en/shop';
import { withOwn } from './own';
import * as zh from './zh/shop';

export const useShopWords = withOwn({ zh, en });

export type ShopWords = ReturnType<typeof useShopWords>;
