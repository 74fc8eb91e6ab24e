import * as z from 'zod';
import { PAPERS } from '../../roll/paper';
import { ROLL_SUBJECTS } from '../../roll/roll';
import { id, instant, text } from '../fields';

const village = z.string().regex(/^\d{12}$/);
const year = z.string().regex(/^20\d{2}$/);
const subjects = z.enum(ROLL_SUBJECTS);
const roll = { village, year, subjects };

export const ROLL_INPUTS = {
  /** What the caller may see of a village's year; without a village the caller's own. */
  'roll.open': z.strictObject({
    village: village.optional(),
    year: year.optional(),
    subjects: subjects.optional(),
  }),
  /** Names that may be seen by everybody now. */
  'roll.public': z.strictObject({ village: village.optional() }),
  'roll.recommend': z.strictObject({ ...roll, subject: id, honour: text(30), text: text(300) }),
  /** By whoever recommended, whatever their post is now. */
  'roll.retract': z.strictObject({ ...roll, subject: id }),
  'roll.consent': z.strictObject({ ...roll, until: instant, version: text(20) }),
  'roll.withdraw': z.strictObject(roll),
  'roll.train': z.strictObject({ ...roll, subject: id.optional(), step: z.enum(['sign-up', 'complete']) }),
  'roll.basis': z.strictObject({ text: text(500), until: instant }),
  'roll.allow': z.strictObject({ basis: id }),
  'roll.end': z.strictObject({ basis: id, text: text(300) }),
  'roll.bases': z.strictObject({}),
  'roll.post': z.strictObject({ ...roll, basis: id, until: instant }),
  'roll.repair': z.strictObject({ ...roll, subject: id, text: text(300) }),
  /** Against standing on the internal roll; by whoever stands on it. */
  'roll.object': z.strictObject({ ...roll, text: text(300) }),
  /** By a supervisor who had no hand in it; upheld, the person is off the roll. */
  'roll.answer': z.strictObject({ ...roll, subject: id, upheld: z.boolean(), text: text(300) }),
  /** 绩效依据 · 考核依据 · 致主管单位的函 · 名单; every one is written down with its reason. */
  'roll.export': z.strictObject({
    village,
    year,
    what: z.enum(PAPERS),
    reason: text(200),
  }),
} as const;
