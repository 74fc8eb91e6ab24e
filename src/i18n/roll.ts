import { useSettings } from '../state/settings';
import { roll as en } from './en/roll';
import { roll as zh } from './zh/roll';

/** Words of the page of honours, which is seldom opened: they come with that page, not with the first one. */
export function useRollWords(): typeof zh {
  return useSettings().language === 'en' ? en : zh;
}
