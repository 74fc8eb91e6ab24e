import * as z from 'zod';
import { ACCOUNT_KINDS } from '../../points/account';
import { FACT_KINDS } from '../../points/rule';
import { areaCode, id, photos, text } from '../fields';

const account = id;
const year = z.string().regex(/^20\d{2}$/);
const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);
/** `most` Chinese characters; English says the same in about three times as many. */
const words = (most: number) => z.strictObject({ zh: text(most), en: text(3 * most) });
const points = z.number().int().min(-100).max(100);
const cause = z.string().regex(/^[A-Za-z0-9_@~-]{1,120}$/);
const ask = { account, year, ask: id };
const version = z.string().regex(/^[A-Za-z0-9.]{1,20}$/);

const rule = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  for: z.enum(ACCOUNT_KINDS),
  fact: z.enum(FACT_KINDS).optional(),
  name: words(20),
  text: words(300),
  amount: z.union([
    points,
    z
      .array(z.strictObject({ from: z.number().min(0).max(1000), amount: points }))
      .min(1)
      .max(5),
  ]),
  cap: z
    .strictObject({ per: z.enum(['week', 'month', 'year']), most: z.number().int().min(1).max(1000) })
    .optional(),
  evidence: words(60),
  from: month.optional(),
  to: month.optional(),
});

const percent = z.number().int().min(0).max(100);

const scheme = z.strictObject({
  weights: z.strictObject({ points: percent, residents: percent, review: percent }),
  fullPoints: z.number().int().min(1).max(10_000),
  fewestAnswers: z.number().int().min(5).max(50),
  fewestReviews: z.number().int().min(3).max(20),
  grades: z.strictObject({ excellent: percent, good: percent, basic: percent }),
  monthsToGrade: z.number().int().min(0).max(12),
  share: z.number().min(0.01).max(0.3),
  fewestRanked: z.number().int().min(5).max(100),
  appealDays: z.number().int().min(10).max(60),
});

export const POINTS_INPUTS = {
  /** Without an account: the caller's own. Without a year: the running one. */
  'points.book': z.strictObject({ account: account.optional(), year: year.optional() }),
  /** The books of an area's accounts, for who evaluates. */
  'points.books': z.strictObject({ area: areaCode, year: year.optional(), kind: z.enum(ACCOUNT_KINDS) }),
  'points.award': z.strictObject({
    account,
    rule: z.string().max(40),
    amount: points,
    text: text(500),
    photos: photos.optional(),
    heard: text(500).optional(),
    /** Absent: the running year. */
    year: year.optional(),
  }),
  /** `heard`: what the person says, when points would be lost. */
  'points.reverse': z.strictObject({ account, year, cause, text: text(500), heard: text(500).optional() }),
  /** What waits for the caller's second signature. */
  /** `after`: the `next` of the page before. */
  'points.asks': z.strictObject({
    after: z
      .string()
      .max(100)
      .regex(/^\d{1,16}_\S+$/)
      .optional(),
  }),
  'points.approve': z.strictObject(ask),
  'points.decline': z.strictObject({ ...ask, text: text(300) }),
  /** "I am kin", or otherwise involved: somebody else has to look. */
  'points.recuse': z.strictObject({ ...ask, text: text(200) }),
  'points.rules': z.strictObject({}),
  'points.draft': z.strictObject({ version, rules: z.array(rule).min(1).max(60), scheme }),
  /** What a version would have done to a village's past year. */
  'points.dryRun': z.strictObject({ version, village: z.string().regex(/^\d{12}$/), year }),
  /** `draftedAt`: of the text that was read; another that was saved since is not what is enabled. */
  'points.enable': z.strictObject({ version, draftedAt: z.number().int().min(0), from: month }),
  /** The list of a village told anew from the raw events. */
  'points.replay': z.strictObject({ village: z.string().regex(/^\d{12}$/), year }),
} as const;
