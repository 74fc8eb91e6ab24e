import { useSettings } from '../state/settings';
import { rules as en } from './en/rules';
import { rules as zh } from './zh/rules';

/** Words of the rules of points: they come with the pages that show rules, not with the first one. */
export function useRuleWords(): typeof zh {
  return useSettings().language === 'en' ? en : zh;
}
