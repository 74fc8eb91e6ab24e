import * as z from 'zod';
import { id, instant, text } from '../fields';

/** Six, nine or twelve digits: a grid has no session. */
const area = z.string().regex(/^\d{6}(\d{3}){0,2}$/);
const period = z.string().regex(/^\d{4}-(\d{2}[AB]?|Q[1-4])$/);
const session = { area, period };
const year = z.string().regex(/^20\d{2}$/);

const lead = z.strictObject({ name: text(40), unit: text(40).optional(), person: id.optional() });
const item = { item: id };

const decision = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('solve'),
    ...item,
    lead,
    promisedAt: instant,
    text: text(500).optional(),
  }),
  z.strictObject({ kind: z.literal('escalate'), ...item, text: text(500) }),
  z.strictObject({ kind: z.literal('explain'), ...item, text: text(500) }),
  z.strictObject({ kind: z.literal('defer'), ...item, text: text(500) }),
]);

export const STUDY_INPUTS = {
  /** Without an area: the caller's own. Without a period: the running one. */
  'study.open': z.strictObject({ area: area.optional(), period: period.optional() }),
  'study.add': z.strictObject({ ...session, text: text(500) }),
  'study.decide': z.strictObject({ ...session, decisions: z.array(decision).min(1).max(30) }),
  'study.hold': z.strictObject({
    ...session,
    heldAt: instant,
    attendance: z.array(z.strictObject({ person: id.optional(), name: text(40) })).max(60),
    minutes: text(5000),
    /** Items that go to the next session undecided. */
    carry: z.array(id).max(100),
  }),
  'study.calendar': z.strictObject({ area, year: year.optional() }),
} as const;
