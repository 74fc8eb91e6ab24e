import { APP_INPUTS } from './app';
import { AUDIT_INPUTS } from './audit';
import { CONTACT_INPUTS } from './contact';
import { DEED_INPUTS } from './deed';
import { EVALUATION_INPUTS } from './evaluation';
import { HOUSEHOLD_INPUTS } from './household';
import { INDICATOR_INPUTS } from './indicator';
import { NOTICE_INPUTS } from './notice';
import { POINTS_INPUTS } from './points';
import { PROBLEM_INPUTS } from './problem';
import { REGISTRY_INPUTS } from './registry';
import { ROLL_INPUTS } from './roll';
import { SHOP_INPUTS } from './shop';
import { STUDY_INPUTS } from './study';

/** What may enter, action by action; a key that is not named there is refused. */
export const INPUTS = {
  ...APP_INPUTS,
  ...AUDIT_INPUTS,
  ...CONTACT_INPUTS,
  ...DEED_INPUTS,
  ...EVALUATION_INPUTS,
  ...HOUSEHOLD_INPUTS,
  ...INDICATOR_INPUTS,
  ...NOTICE_INPUTS,
  ...POINTS_INPUTS,
  ...PROBLEM_INPUTS,
  ...REGISTRY_INPUTS,
  ...ROLL_INPUTS,
  ...SHOP_INPUTS,
  ...STUDY_INPUTS,
} as const;
