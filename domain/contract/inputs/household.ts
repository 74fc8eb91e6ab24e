import * as z from 'zod';
import { CONSENT_VERSION } from '../../household/consent';
import { id, text, week } from '../fields';

const household = { household: id };

export const HOUSEHOLD_INPUTS = {
  /** A household closer: its contacts also by earlier workers, who is bound, who asks. */
  'household.view': z.strictObject(household),
  'household.invite': z.strictObject(household),
  /** From a phone that nobody knows yet. */
  'household.ask': z.strictObject({
    code: z.string().regex(/^[A-HJ-NP-Z2-9]{8}$/),
    name: text(30),
    consent: z.literal(CONSENT_VERSION),
  }),
  'household.answer': z.strictObject({ ...household, ask: id, yes: z.boolean() }),
  /** Takes the consent back; the phone and the household are strangers again. */
  'household.leave': z.strictObject({}),
  'household.vouch': z.strictObject({ week, said: z.enum(['yes', 'no']), text: text(200).optional() }),
  'household.callMe': z.strictObject({ text: text(200).optional() }),
} as const;
