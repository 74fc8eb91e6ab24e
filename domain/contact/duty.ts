import type { AreaCode } from '../area/area';
import { type Person, postsOf } from '../person/person';
import { type WeekKey, weekSpan } from '../time/period';
import { DAY, type Millis } from '../time/shanghai';

/** Who joins or takes over has to contact a household only when this many whole days of the week are left. */
const DAYS_TO_OWE = 3;

/** What says whom a worker owes: the households held, and when somebody else stands in. */
export type OnDuty = Pick<Person, 'links' | 'leaves'>;

/**
 * Whom a worker owes a contact in a week: households held at the week's end and for at least three whole days of it.
 * `leave`: they are excused, the worker is on leave until after the week's end; a cover owes them instead.
 */
export function duty(worker: OnDuty, week: WeekKey): { owed: string[]; leave: string[] } {
  const { from, to } = weekSpan(week);
  const days = new Map<string, Millis>();
  const held = new Set<string>();
  for (const link of worker.links ?? []) {
    const until = Math.min(link.to ?? to, to);
    const since = Math.max(link.from, from);
    if (until > since) days.set(link.household, (days.get(link.household) ?? 0) + until - since);
    if (link.from < to && (link.to ?? to) >= to) held.add(link.household);
  }
  const all = [...held].filter((household) => (days.get(household) ?? 0) >= DAYS_TO_OWE * DAY);
  return onLeave(worker, to - 1) ? { owed: [], leave: all } : { owed: all, leave: [] };
}

export function onLeave({ leaves = [] }: Pick<Person, 'leaves'>, at: Millis): boolean {
  return leaves.some((leave) => leave.from <= at && at < leave.to);
}

/** The worker's own grid. */
export function gridOfWorker(worker: Person): AreaCode {
  return postsOf(worker, 'worker')[0]?.area ?? worker.area;
}

/** The grid a household lies in, as the worker's link to it says. */
export function gridOfHousehold(worker: Person, household: string, at: Millis): AreaCode {
  const link = (worker.links ?? []).find(
    (one) => one.household === household && one.from <= at && (one.to === undefined || at < one.to),
  );
  return link?.area ?? gridOfWorker(worker);
}
