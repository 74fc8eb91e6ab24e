import { bind as en } from './en/bind';
import { withOwn } from './own';
import { bind as zh } from './zh/bind';

export const useBindWords = withOwn({ zh: { bind: zh }, en: { bind: en } });

export type BindWords = ReturnType<typeof useBindWords>;
