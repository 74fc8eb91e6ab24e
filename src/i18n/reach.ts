import { reach as en } from './en/reach';
import { withOwn } from './own';
import { reach as zh } from './zh/reach';

export const useReachWords = withOwn({ zh: { reach: zh }, en: { reach: en } });
