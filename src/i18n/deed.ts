import { deed as en } from './en/deed';
import { withOwn } from './own';
import { deed as zh } from './zh/deed';

export const useDeedWords = withOwn({ zh: { deed: zh }, en: { deed: en } });

export type DeedWords = ReturnType<typeof useDeedWords>;
