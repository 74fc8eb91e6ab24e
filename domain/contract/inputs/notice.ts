import * as z from 'zod';
import { id, instant } from '../fields';

export const NOTICE_INPUTS = {
  'notice.inbox': z.strictObject({ before: instant.optional() }),
  'notice.read': z.strictObject({ notices: z.array(id).min(1).max(100) }),
} as const;
