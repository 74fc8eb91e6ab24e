import { APP_INPUTS } from './app';
import { AUDIT_INPUTS } from './audit';
import { CONTACT_INPUTS } from './contact';
import { HOUSEHOLD_INPUTS } from './household';
import { NOTICE_INPUTS } from './notice';
import { PROBLEM_INPUTS } from './problem';
import { REGISTRY_INPUTS } from './registry';

/** What may enter, action by action; a key that is not named there is refused. */
export const INPUTS = {
  ...APP_INPUTS,
  ...AUDIT_INPUTS,
  ...CONTACT_INPUTS,
  ...HOUSEHOLD_INPUTS,
  ...NOTICE_INPUTS,
  ...PROBLEM_INPUTS,
  ...REGISTRY_INPUTS,
} as const;
