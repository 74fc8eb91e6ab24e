import * as z from 'zod';
import { ANSWERS, EXEMPTIONS, MARKS } from '../../evaluation/evaluation';
import { id, text } from '../fields';

const village = z.string().regex(/^\d{12}$/);
const year = z.string().regex(/^20\d{2}$/);
const evaluation = { village, year };

export const EVALUATION_INPUTS = {
  /** Without a village: the caller's own. Without a year: the latest there is. */
  'evaluation.open': z.strictObject({ village: village.optional(), year: year.optional() }),
  'evaluation.list': z.strictObject({ year: year.optional() }),
  'evaluation.begin': z.strictObject({ ...evaluation, reviewers: z.array(id).min(3).max(15) }),
  /** With `household`: a chief asked on the telephone or at the door. */
  'evaluation.answer': z.strictObject({
    year,
    said: z.enum(ANSWERS),
    household: id.optional(),
    by: z.enum(['phone', 'visit']).optional(),
  }),
  'evaluation.review': z.strictObject({
    ...evaluation,
    marks: z
      .array(z.strictObject({ person: id, mark: z.enum(MARKS) }))
      .min(1)
      .max(200),
  }),
  'evaluation.exempt': z.strictObject({
    ...evaluation,
    person: id,
    why: z.enum(EXEMPTIONS),
    text: text(300),
    /** Takes the exemption back. */
    lift: z.boolean().optional(),
  }),
  'evaluation.grade': z.strictObject(evaluation),
  /** `list`: the hash of what the signer has seen, as `evaluation.open` told it. */
  'evaluation.sign': z.strictObject({ ...evaluation, list: z.string().regex(/^[0-9a-f]{64}$/) }),
  'evaluation.appeal': z.strictObject({ ...evaluation, text: text(1000) }),
  'evaluation.appeals': z.strictObject({}),
  'evaluation.decide': z.strictObject({
    ...evaluation,
    person: id,
    upheld: z.boolean(),
    text: text(1000),
    /** Upheld: the score that is right, never a lower one, or why the person is not to be graded. */
    score: z.number().min(0).max(100).optional(),
    exempt: z.enum(EXEMPTIONS).optional(),
  }),
} as const;
