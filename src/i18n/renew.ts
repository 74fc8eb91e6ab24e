import { useSettings } from '../state/settings';
import { renew as en } from './en/renew';
import { renew as zh } from './zh/renew';

/** Words for a household that joined under an older wording; they come with the shop's page, not with the first one. */
export function useRenewWords(): typeof zh {
  return useSettings().language === 'en' ? en : zh;
}
