import * as z from 'zod';
import { DEED_LISTS, DEED_STATUSES } from '../../deed/deed';
import { areaCode, id, instant, photos, text } from '../fields';

const deed = { deed: id };
const year = z.string().regex(/^20\d{2}$/);

export const DEED_INPUTS = {
  'deed.list': z.strictObject({
    area: areaCode.optional(),
    list: z.enum(DEED_LISTS).optional(),
    /** `mine`: promised by the caller, or given to the caller. */
    scope: z.enum(['area', 'mine']).optional(),
    status: z.enum(DEED_STATUSES).optional(),
    year: year.optional(),
    before: instant.optional(),
  }),
  'deed.totals': z.strictObject({ area: areaCode.optional(), year: year.optional() }),
  'deed.view': z.strictObject(deed),
  'deed.promise': z.strictObject({
    list: z.enum(DEED_LISTS),
    promise: text(300),
    /** Without: whoever promises does it. */
    responsible: z
      .strictObject({ name: text(40), unit: text(40).optional(), person: id.optional() })
      .optional(),
    dueAt: instant,
    problem: id.optional(),
  }),
  'deed.progress': z.strictObject({ ...deed, text: text(500), photos: photos.optional() }),
  'deed.done': z.strictObject({
    ...deed,
    text: text(500),
    photos: photos.optional(),
    benefit: z
      .strictObject({
        households: z.number().int().min(1).max(100_000).optional(),
        words: text(100).optional(),
      })
      .optional(),
  }),
  'deed.drop': z.strictObject({ ...deed, text: text(500) }),
} as const;
