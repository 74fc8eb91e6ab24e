import * as z from 'zod';
import { CATEGORY_CODES } from '../../problem/category';
import { DESK_FILTERS, DESK_ROLES } from '../../problem/party';
import { areaCode, id, instant, photos, place, text, voice } from '../fields';

const stars = z.number().int().min(1).max(5);

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
const perhaps = { text: text(500).optional() };
const until = instant;

/** Whom to give a hand in it: a desk, a unit's desk, or one person. */
const party = z.union([
  z.strictObject({ role: z.enum(DESK_ROLES), area: areaCode, unit: text(40).optional() }),
  z.strictObject({ person: id }),
]);

export const PROBLEM_INPUTS = {
  'problem.report': report,
  'problem.similar': similar,
  'problem.clear': z.strictObject({ problem: id, verdict: z.enum(['passed', 'hidden']) }),
  'problem.list': z.strictObject({
    scope: z.enum(['mine', 'desk', 'area']),
    /** Created before this instant: the next page. A desk's list has no pages. */
    before: instant.optional(),
    /** Of a desk's matters; without, what needs me now. */
    only: z.enum(DESK_FILTERS).optional(),
  }),
  'problem.view': z.strictObject(problem),
  /** Desks and people that a matter can be given to. */
  'problem.whom': z.strictObject({ problem: id, for: z.enum(['assign', 'whistle', 'transfer']) }),
  'problem.accept': z.strictObject({ ...problem, ...perhaps }),
  'problem.refuse': z.strictObject({ ...problem, ...remark, where: text(80) }),
  'problem.assign': z.strictObject({ ...problem, ...perhaps, party }),
  'problem.whistle': z.strictObject({ ...problem, ...perhaps, parties: z.array(party).min(1).max(5) }),
  'problem.progress': z.strictObject({ ...problem, ...remark, photos: photos.optional() }),
  'problem.suspend': z.strictObject({ ...problem, ...remark, until }),
  'problem.resume': z.strictObject({ ...problem, ...perhaps }),
  'problem.extend': z.strictObject({ ...problem, ...remark, until }),
  'problem.grant': z.strictObject({ ...problem, ...perhaps }),
  'problem.deny': z.strictObject({ ...problem, ...remark }),
  'problem.return': z.strictObject({ ...problem, ...remark }),
  'problem.transfer': z.strictObject({ ...problem, ...remark, party }),
  'problem.escalate': z.strictObject({ ...problem, ...remark }),
  'problem.merge': z.strictObject({ ...problem, ...perhaps, other: id }),
  'problem.split': z.strictObject({
    ...problem,
    ...remark,
    category: z.enum(CATEGORY_CODES).optional(),
  }),
  'problem.finish': z.strictObject({ ...problem, ...remark, photos: photos.optional() }),
  'problem.verify': z.strictObject({ ...problem, ...perhaps, photos: photos.optional() }),
  'problem.redo': z.strictObject({ ...problem, ...remark, photos: photos.optional() }),
  'problem.uphold': z.strictObject({ ...problem, ...perhaps }),
  'problem.overturn': z.strictObject({ ...problem, ...remark }),
  'problem.supervise': z.strictObject({ ...problem, ...perhaps }),
  'problem.confirm': z.strictObject({ ...problem, ...perhaps, stars: stars.optional() }),
  'problem.reopen': z.strictObject({ ...problem, ...remark }),
  'problem.rate': z.strictObject({ ...problem, ...perhaps, stars }),
  'problem.withdraw': z.strictObject({ ...problem, ...perhaps }),
  'problem.join': z.strictObject(problem),
  'problem.comment': z.strictObject({ ...problem, ...remark }),
} as const;
