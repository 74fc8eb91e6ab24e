import type { HelpReason } from '../contract/views/contact';
import { caseload, type Person } from '../person/person';
import { type WeekKey, weekSpan } from '../time/period';
import { duty } from './duty';
import { saysItOften } from './review';
import type { ContactSheet } from './sheet';

/** What is looked at of a worker's sheet. */
export type SheetFigures = Pick<ContactSheet, 'worker' | 'week' | 'reached' | 'met' | 'missed'> & {
  /** Households excused by a chief. */
  excused: number;
};

/** The article: 10–15 households each. */
const MOST_HOUSEHOLDS = 15;
/** Half of what was owed is left, and not just one or two. */
const LEFT_SHARE = 0.5;
const LEFT_TIMES = 3;

/**
 * Why a worker may need a hand after this week; nobody is ranked. Who was on leave at its end is left out, and so is
 * what a chief has excused. `figures`: this worker's sheets of the week and the three before it.
 */
export function help(
  worker: Person,
  week: WeekKey,
  figures: readonly SheetFigures[],
): { due: number; reached: number; reasons: HelpReason[] } {
  const { owed, leave } = duty(worker, week);
  const own = figures.find((one) => one.week === week);
  const { reached = 0, excused = 0, missed = 0 } = own ?? {};
  const due = Math.max(owed.length - excused, reached);
  const nothing = { due, reached, reasons: [] };
  if (leave.length > 0) return nothing;
  const left = due - reached;
  const recorded = reached + missed > 0;
  const contacts = figures.reduce((sum, one) => sum + one.reached, 0);
  const meetings = figures.reduce((sum, one) => sum + one.met, 0);
  const holds: Record<HelpReason, boolean> = {
    'nothing-recorded': due > 0 && !recorded,
    'many-left': recorded && left >= LEFT_TIMES && left >= due * LEFT_SHARE,
    'no-meetings': due > 0 && contacts > 0 && meetings === 0,
    'many-misses': saysItOften(missed, owed.length),
    'many-households': caseload(worker, weekSpan(week).to - 1).length > MOST_HOUSEHOLDS,
  };
  const reasons = (Object.keys(holds) as HelpReason[]).filter((reason) => holds[reason]);
  return { ...nothing, reasons };
}
