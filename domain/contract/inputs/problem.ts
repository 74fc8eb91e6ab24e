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
    /** A worker names the household it reports for; a resident's is known. */
    household: id.optional(),
  })
  .refine((one) => one.text !== undefined || one.voice !== undefined, {
    path: ['text'],
    params: { zh: '请写几句话，或录一段语音', en: 'say what it is about, in words or as a voice note' },
  });

const problem = { problem: id };
const remark = { text: text(500) };

export const PROBLEM_INPUTS = {
  'problem.report': report,
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
