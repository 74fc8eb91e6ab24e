import * as z from 'zod';
import { ACTIVITIES, CHANNELS, IN_PERSON_CHANNELS, MISS_REASONS } from '../../contact/channel';
import { areaCode, id, instant, photos, place, text, voice, week } from '../fields';

const contact = z
  .strictObject({
    household: id,
    channel: z.enum(CHANNELS),
    inPerson: z.boolean(),
    /** When it was; the phone says it, so that a repeated save means the same contact. */
    at: instant,
    note: text(500).optional(),
    voice: voice.optional(),
    /** How often each was done. */
    activities: z.partialRecord(z.enum(ACTIVITIES), z.number().int().min(1).max(99)).optional(),
    photos: photos.optional(),
    place: place.optional(),
    /** Takes back what was recorded for this week by mistake; the trace stays. */
    corrects: z.boolean().optional(),
  })
  .refine((one) => !one.inPerson || IN_PERSON_CHANNELS.includes(one.channel), {
    path: ['inPerson'],
    params: { zh: '见面要选入户或田间地头', en: 'a meeting is face to face: channel home or field' },
  });

/** "Could not reach", with a reason; a chief looks at it. */
const miss = z.strictObject({
  household: id,
  at: instant,
  reason: z.enum(MISS_REASONS),
  note: text(200).optional(),
});

const once = <T extends z.ZodType<{ household: string }>>(one: T) =>
  z
    .array(one)
    .max(60)
    .superRefine((entries, context) => {
      const seen = new Set<string>();
      entries.forEach(({ household }, index) => {
        if (seen.has(household)) {
          context.addIssue({
            code: 'custom',
            path: [index, 'household'],
            params: { zh: '这一批里重复了', en: 'stands twice in this batch' },
          });
        }
        seen.add(household);
      });
    });

const save = z
  .strictObject({
    /** Defaults to the week of the first entry; all lie in one week. */
    week: week.optional(),
    entries: once(contact),
    misses: once(miss).optional(),
  })
  .refine((one) => one.entries.length + (one.misses?.length ?? 0) > 0, {
    path: ['entries'],
    params: { zh: '还没有选联系户', en: 'no household is chosen' },
  });

const entry = { worker: id, week, household: id };

export const CONTACT_INPUTS = {
  'contact.save': save,
  /** Misses that wait for the caller's eye, and who says it often. */
  'contact.reviews': z.strictObject({}),
  'contact.review': z.strictObject({
    ...entry,
    verdict: z.enum(['excused', 'try-again']),
    text: text(200).optional(),
  }),
  'contact.coverage': z.strictObject({ area: areaCode.optional(), week: week.optional() }),
  /** Households nobody looks after (`weeks` 0) or nobody reached for that many weeks. */
  'contact.blind': z.strictObject({
    area: areaCode.optional(),
    weeks: z.union([z.literal(0), z.literal(2), z.literal(4), z.literal(8)]).optional(),
    after: id.optional(),
  }),
  'contact.help': z.strictObject({ area: areaCode.optional() }),
  /** Last week's contacts drawn by lot, 5 %, for a chief to ask whether they were. */
  'contact.callbacks': z.strictObject({}),
  'contact.callBack': z.strictObject({
    ...entry,
    said: z.enum(['yes', 'no', 'unreached']),
    text: text(200).optional(),
  }),
} as const;
