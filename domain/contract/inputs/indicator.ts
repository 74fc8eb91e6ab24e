import * as z from 'zod';
import { areaCode } from '../fields';

export const INDICATOR_INPUTS = {
  /** A month, a quarter or a year; without: the running month. */
  'indicator.table': z.strictObject({
    area: areaCode.optional(),
    period: z
      .string()
      .regex(/^20\d{2}(-(0[1-9]|1[0-2]|Q[1-4]))?$/)
      .optional(),
  }),
} as const;
