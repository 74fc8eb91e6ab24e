import {
  type Cadence,
  type CalendarMonth,
  cadenceInMonth,
  cadenceInWeek,
  calendarMonth,
  type Told,
} from '../contact/cadence';
import { duty } from '../contact/duty';
import { contactedIn } from '../contact/gist';
import { isExcused } from '../contact/miss';
import { type ContactSheet, sheetId } from '../contact/sheet';
import type { Person } from '../person/person';
import { type MonthKey, type WeekKey, weekSpan } from '../time/period';
import type { Millis } from '../time/shanghai';
import { mondayOf, weekAt, weekAway } from '../time/week';
import { accountOf } from './account';
import { monthOfWeek, settlesAt, spanOfMonth } from './calendar';
import type { Fact } from './fact';

/** What of a sheet is counted. */
export type SheetCounted = Pick<ContactSheet, 'worker' | 'week' | 'gist' | 'misses'>;

/** A month's sheets, so arranged that nobody has to look through them. */
export interface ContactMonth {
  month: MonthKey;
  calendar: CalendarMonth;
  /** Weeks that belong to the month: those whose Thursday lies in it. */
  weeks: { key: WeekKey; end: Millis }[];
  /** By `sheetId`. */
  sheets: Map<string, SheetCounted>;
  told: Told;
}

/** Weeks that touch the month: the sheets it is counted from. */
export function weeksOf(month: MonthKey): WeekKey[] {
  const { from, to } = spanOfMonth(month);
  const weeks: WeekKey[] = [];
  for (let week = weekAt(from); mondayOf(week) < to; week = weekAway(week, 1)) weeks.push(week);
  return weeks;
}

/** A review of "could not reach" counts when it was given before the month was settled. */
export function contactMonth(month: MonthKey, sheets: Iterable<SheetCounted>): ContactMonth {
  const before = settlesAt(month);
  const own = new Map<string, SheetCounted>();
  const [contacted, excused] = [byWeek(), byWeek()];
  const met = new Set<string>();
  for (const sheet of sheets) {
    const { worker, week, gist, misses = {} } = sheet;
    own.set(sheetId(worker, week), sheet);
    const reached = contacted.in(week);
    for (const household of contactedIn(gist)) reached.add(household);
    for (const household of gist.met[month] ?? []) met.add(household);
    for (const [household, tries] of Object.entries(misses))
      if (isExcused(tries, before)) excused.in(week).add(household);
  }
  return {
    month,
    calendar: calendarMonth(spanOfMonth(month).from),
    weeks: weeksOf(month)
      .filter((key) => monthOfWeek(key) === month)
      .map((key) => ({ key, end: weekSpan(key).to })),
    sheets: own,
    told: {
      contacted: (household, week) => contacted.in(week).has(household),
      met: (household) => met.has(household),
      excused: (household, week) => excused.in(week).has(household),
    },
  };
}

/** Households of each week. */
function byWeek() {
  const weeks = new Map<WeekKey, Set<string>>();
  return {
    in(week: WeekKey): Set<string> {
      const known = weeks.get(week) ?? new Set();
      weeks.set(week, known);
      return known;
    },
  };
}

/** Points are counted when nothing is taken any more. */
const AFTERWARDS = Number.POSITIVE_INFINITY;

/** A worker's weeks, meetings and activities of the month. Excused households are not due; on leave nothing is. */
export function contactFacts(worker: Person, contacts: ContactMonth): Fact[] {
  return [
    ...contacts.weeks.flatMap(({ key, end }) => weekFacts(worker, key, end, contacts)),
    ...meetingFacts(worker, contacts),
  ];
}

function weekFacts(worker: Person, week: WeekKey, end: Millis, { month, sheets, told }: ContactMonth) {
  const id = sheetId(worker._id, week);
  const own = sheets.get(id);
  const base = {
    account: accountOf('worker', worker._id),
    of: week,
    at: end - 1,
    month,
    evidence: { kind: 'sheet' as const, id },
  };
  const facts: Fact[] = [];
  // Whoever was contacted before a hand-over in mid-week counts for who contacted them.
  const due = new Set([...duty(worker, week).owed, ...(own ? contactedIn(own.gist) : [])]);
  const standings = [...due].map((household) => cadenceInWeek(week, household, { told }, AFTERWARDS));
  const measure = measureOf(standings);
  if (measure.of > 0) facts.push({ ...base, kind: 'week', measure });
  const times = own?.gist.activities ?? 0;
  if (times > 0) facts.push({ ...base, kind: 'activity', times });
  return facts;
}

/** Of whom the worker held in the last week that ends in the month. */
function meetingFacts(worker: Person, { month, calendar, told }: ContactMonth): Fact[] {
  const last = calendar.weeks.at(-1);
  if (!last) return [];
  const { owed, leave } = duty(worker, last);
  const standings = [...owed, ...leave].map((household) =>
    cadenceInMonth(calendar, household, { told, worker }, AFTERWARDS),
  );
  const measure = measureOf(standings);
  if (measure.of === 0) return [];
  return [
    {
      kind: 'month',
      account: accountOf('worker', worker._id),
      of: month,
      at: calendar.to - 1,
      month,
      evidence: { kind: 'sheet', id: sheetId(worker._id, last) },
      measure,
    },
  ];
}

function measureOf(standings: readonly Cadence[]) {
  const due = standings.filter((standing) => standing !== 'excused');
  return { n: due.filter((standing) => standing === 'done').length, of: due.length };
}
