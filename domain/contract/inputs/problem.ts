import * as z from 'zod';
import { CATEGORY_CODES } from '../../problem/category';
import { id, instant, photos, place, text, voice } from '../fields';

const report = z
  .strictObject({
    category: z.enum(CATEGORY_CODES),
    text: text(1000).optional(),
    voice: voice.optional(),
    photos: photos.optional(),
    place: place.optional(),
    urgent: z.boolean().optional(),
    confidential: z.boolean().optional(),
    /** Neighbours may see it, masked. */
    public: z.boolean().optional(),
    /** Who speaks for a household names it; a resident's is known. */
    household: id.optional(),
    /** The household agreed that it is reported for them; needed with `household`. */
    consented: z.literal(true).optional(),
    /** Who of the household said yes; absent: its head. */
    agreedBy: text(30).optional(),
    /** The reporter was told the proper channel and says that this is another matter. */
    ours: z.literal(true).optional(),
  })
  .refine((one) => one.text !== undefined || one.voice !== undefined, {
    path: ['text'],
    params: { zh: '请写几句话，或录一段语音', en: 'say what it is about, in words or as a voice note' },
  })
  .refine((one) => !(one.confidential && one.public), {
    path: ['public'],
    params: { zh: '保密反映的不公开', en: 'what is confidential is not public' },
  });

const similar = z.strictObject({
  category: z.enum(CATEGORY_CODES),
  text: text(1000).optional(),
  place: place.optional(),
});

const problem = { problem: id };
const remark = { text: text(500) };

export const PROBLEM_INPUTS = {
  'problem.report': report,
  'problem.similar': similar,
  'problem.clear': z.strictObject({ problem: id, verdict: z.enum(['passed', 'hidden']) }),
  'problem.list': z.strictObject({
    scope: z.enum(['mine', 'desk', 'area']),
    /** Created before this instant: the next page. */
    before: instant.optional(),
  }),
  'problem.view': z.strictObject(problem),
  'problem.accept': z.strictObject({ ...problem, text: text(500).optional() }),
  'problem.finish': z.strictObject({ ...problem, ...remark, photos: photos.optional() }),
  'problem.escalate': z.strictObject({ ...problem, ...remark }),
  'problem.confirm': z.strictObject({
    ...problem,
    stars: z.number().int().min(1).max(5).optional(),
    text: text(500).optional(),
  }),
  'problem.reopen': z.strictObject({ ...problem, ...remark }),
  'problem.withdraw': z.strictObject({ ...problem, text: text(500).optional() }),
  'problem.comment': z.strictObject({ ...problem, ...remark }),
} as const;
