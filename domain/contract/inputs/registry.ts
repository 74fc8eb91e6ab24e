import * as z from 'zod';
import { PART_CHARS, PARTS_MOST } from '../../registry/import';
import { KINDS } from '../../registry/sheets';
import { areaCode, id, instant, text } from '../fields';

/** SHA-256 of the file. */
const hash = z.string().regex(/^[a-f0-9]{64}$/);
const file = z.strictObject({ import: hash });
const grid = z.string().regex(/^\d{15}$/);
const place = { area: areaCode, after: id.optional() };

const upload = z
  .strictObject({
    import: hash,
    name: text(120),
    /** From 0. */
    part: z.number().int().min(0),
    of: z.number().int().min(1).max(PARTS_MOST),
    base64: z.base64().min(4).max(PART_CHARS),
  })
  .refine(({ part, of }) => part < of, {
    path: ['part'],
    params: { zh: '没有这一段', en: 'there is no such part' },
  });

const take = z
  .strictObject({
    area: areaCode,
    kind: z.enum(KINDS),
    format: z.enum(['xlsx', 'csv']),
    unmasked: z.boolean().default(false),
    reason: text(200).optional(),
  })
  .refine(({ unmasked, reason }) => !unmasked || reason !== undefined, {
    path: ['reason'],
    params: { zh: '导出完整信息要写明用途', en: 'unmasked data needs a reason' },
  });

export const REGISTRY_INPUTS = {
  'registry.areas': z.strictObject({ under: areaCode.optional() }),
  'registry.template': z.strictObject({}),
  /** A part of a file; the same part twice is once. */
  'registry.upload': upload,
  /** A dry run: every fault, and what would change. */
  'registry.check': file,
  /** Begins or goes on; repeated until it is done. */
  'registry.apply': file,
  'registry.export': take,
  'registry.households': z.strictObject({ ...place, name: text(30).optional() }),
  'registry.limits': z.strictObject(place),
  'registry.handOver': z.strictObject({
    households: z.array(id).min(1).max(60),
    /** Who looks after them now; absent: nobody does. */
    from: id.optional(),
    to: id,
    /** From when; now if absent. */
    at: instant.optional(),
  }),
  'registry.leave': z.strictObject({ worker: id, from: instant, to: instant, cover: id.optional() }),
  'registry.move': z.strictObject({ household: id, area: grid, worker: id.optional() }),
  'registry.end': z.strictObject({ household: id, why: z.enum(['moved-away', 'died-out']) }),
  'registry.merge': z.strictObject({ household: id, into: id }),
} as const;
