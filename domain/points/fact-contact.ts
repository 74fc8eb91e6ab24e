import {
  type CalendarMonth,
  cadenceIn,
  calendarMonth,
  type SheetSeen,
  weekCadence,
} from '../contact/cadence';
import { duty } from '../contact/duty';
import { type ContactSheet, sheetId } from '../contact/sheet';
import type { Person } from '../person/person';
import { type MonthKey, type WeekKey, weekAfter, weekKey, weekSpan } from '../time/period';
import type { Millis } from '../time/shanghai';
import { accountOf } from './account';
import { monthOfWeek, settlesAt, spanOfMonth } from './calendar';
import type { Fact } from './fact';

/** What of a sheet is counted. */
export type SheetCounted = Pick<ContactSheet, 'worker' | 'week' | 'entries' | 'misses'>;

/** A month's sheets, so arranged that a household looks only at those that speak of it. */
export interface ContactMonth {
  month: MonthKey;
  calendar: CalendarMonth;
  /** Weeks that belong to the month: those whose Thursday lies in it. */
  weeks: { key: WeekKey; end: Millis }[];
  /** By `sheetId`. */
  sheets: Map<string, SheetCounted>;
  byHousehold: Map<string, SheetSeen[]>;
}

/** Weeks that touch the month: the sheets it is counted from. */
export function weeksOf(month: MonthKey): WeekKey[] {
  const { from, to } = spanOfMonth(month);
  const weeks: WeekKey[] = [];
  for (let week = weekKey(from); weekSpan(week).from < to; week = weekAfter(week)) weeks.push(week);
  return weeks;
}

/** A review of "could not reach" counts when it was given before the month was settled. */
export function contactMonth(month: MonthKey, sheets: Iterable<SheetCounted>): ContactMonth {
  const before = settlesAt(month);
  const counted: ContactMonth = {
    month,
    calendar: calendarMonth(spanOfMonth(month).from),
    weeks: weeksOf(month)
      .filter((key) => monthOfWeek(key) === month)
      .map((key) => ({ key, end: weekSpan(key).to })),
    sheets: new Map(),
    byHousehold: new Map(),
  };
  for (const sheet of sheets) {
    const seen = sheet.misses ? { ...sheet, misses: reviewedBefore(sheet.misses, before) } : sheet;
    counted.sheets.set(sheetId(sheet.worker, sheet.week), seen);
    for (const household of new Set([...Object.keys(seen.entries), ...Object.keys(seen.misses ?? {})])) {
      const known = counted.byHousehold.get(household);
      if (known) known.push(seen);
      else counted.byHousehold.set(household, [seen]);
    }
  }
  return counted;
}

type Misses = NonNullable<ContactSheet['misses']>;

function reviewedBefore(misses: Misses, before: Millis): Misses {
  return Object.fromEntries(
    Object.entries(misses).map(([household, tries]) => [
      household,
      tries.map((one) => {
        const { review, ...said } = one;
        return review && review.at >= before ? said : one;
      }),
    ]),
  );
}

/** A worker's weeks, meetings and activities of the month. Excused households are not due; on leave nothing is. */
export function contactFacts(worker: Person, contacts: ContactMonth): Fact[] {
  return [
    ...contacts.weeks.flatMap(({ key, end }) => weekFacts(worker, key, end, contacts)),
    ...meetingFacts(worker, contacts),
  ];
}

function weekFacts(worker: Person, week: WeekKey, end: Millis, { month, sheets, byHousehold }: ContactMonth) {
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
  const due = new Set([...duty(worker, week).owed, ...Object.keys(own?.entries ?? {})]);
  const standings = [...due].map((household) =>
    weekCadence(household, week, { sheets: byHousehold.get(household) ?? [] }, Number.POSITIVE_INFINITY),
  );
  const measure = measureOf(standings);
  if (measure.of > 0) facts.push({ ...base, kind: 'week', measure });
  const times = activitiesIn(own);
  if (times > 0) facts.push({ ...base, kind: 'activity', times });
  return facts;
}

/** Of whom the worker held in the last week that ends in the month. */
function meetingFacts(worker: Person, { month, calendar, byHousehold }: ContactMonth): Fact[] {
  const last = calendar.weeks.at(-1);
  if (!last) return [];
  const { owed, leave } = duty(worker, last);
  const standings = [...owed, ...leave].map((household) =>
    cadenceIn(
      calendar,
      household,
      { sheets: byHousehold.get(household) ?? [], worker },
      Number.POSITIVE_INFINITY,
    ),
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

function measureOf(standings: readonly ReturnType<typeof weekCadence>[]) {
  const due = standings.filter((standing) => standing !== 'excused');
  return { n: due.filter((standing) => standing === 'done').length, of: due.length };
}

function activitiesIn(sheet: SheetCounted | undefined): number {
  let times = 0;
  for (const { activities } of Object.values(sheet?.entries ?? {}))
    for (const count of Object.values(activities ?? {})) times += count;
  return times;
}
