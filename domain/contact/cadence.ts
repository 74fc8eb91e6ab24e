import { monthSpan, type Span, type WeekKey, weekAfter, weekKey, weekSpan } from '../time/period';
import type { Millis } from '../time/shanghai';
import { duty, type OnDuty } from './duty';
import { meetingsOf } from './gist';
import { isExcused } from './miss';
import { booksClose, type ContactSheet } from './sheet';

/**
 * How a household stands in a week (one contact) or in a month (one meeting face to face).
 *
 * | state | when |
 * |---|---|
 * | `done` | somebody contacted it in that week / met it in that month, whoever held the link then |
 * | `excused` | not done, and a chief agreed that it is out of reach, or its worker is on leave until after the week's end |
 * | `due` | neither, and entries are still taken |
 * | `missed` | neither, and the books are closed |
 */
export type Cadence = 'due' | 'done' | 'missed' | 'excused';

/** The part of a sheet that cadence looks at; may hold one household's entries only. */
export type SheetSeen = Pick<ContactSheet, 'week' | 'entries' | 'misses'>;

/** What the rules look at: sheets of anybody, and the worker whose leave may excuse. */
interface Seen {
  sheets: readonly SheetSeen[];
  worker?: OnDuty | undefined;
}

/** What sheets tell of a household, for whoever has read many of them at once. */
export interface Told {
  contacted(household: string, week: WeekKey): boolean;
  /** Face to face. */
  met(household: string, month: CalendarMonth): boolean;
  /** A chief agreed that it was out of reach. */
  excused(household: string, week: WeekKey): boolean;
}

interface Known {
  told: Told;
  worker?: OnDuty | undefined;
}

/** A contact counts for the ISO week of its `at`. */
export function weekCadence(
  household: string,
  week: WeekKey,
  { sheets, worker }: Seen,
  now: Millis,
): Cadence {
  return cadenceInWeek(week, household, { told: toldBy(sheets), worker }, now);
}

export function cadenceInWeek(week: WeekKey, household: string, known: Known, now: Millis): Cadence {
  if (known.told.contacted(household, week)) return 'done';
  if (excusedIn(household, week, known)) return 'excused';
  return now < booksClose(week) ? 'due' : 'missed';
}

/**
 * A meeting counts for the calendar month of its `at`, also in a week that two months share. A month is excused when
 * every week is whose Sunday lies in it, and closes with the books of the week that its last day lies in.
 */
export function monthCadence(
  household: string,
  month: Millis,
  { sheets, worker }: Seen,
  now: Millis,
): Cadence {
  return cadenceInMonth(calendarMonth(month), household, { told: toldBy(sheets), worker }, now);
}

/** A calendar month as cadence looks at it; reckoned once for many households. */
export interface CalendarMonth extends Span {
  /** Weeks whose Sunday lies in it. */
  weeks: WeekKey[];
  /** When its last entries are taken. */
  closes: Millis;
}

export function calendarMonth(month: Millis): CalendarMonth {
  const { from, to } = monthSpan(month);
  return { from, to, weeks: weeksEndingIn(from, to), closes: booksClose(weekKey(to - 1)) };
}

export function cadenceInMonth(month: CalendarMonth, household: string, known: Known, now: Millis): Cadence {
  if (known.told.met(household, month)) return 'done';
  if (month.weeks.every((week) => excusedIn(household, week, known))) return 'excused';
  return now < month.closes ? 'due' : 'missed';
}

function excusedIn(household: string, week: WeekKey, { told, worker }: Known): boolean {
  if (worker?.leaves?.length && duty(worker, week).leave.includes(household)) return true;
  return told.excused(household, week);
}

function toldBy(sheets: readonly SheetSeen[]): Told {
  return {
    contacted: (household, week) => sheets.some((sheet) => sheet.week === week && sheet.entries[household]),
    met: (household, { from, to }) =>
      sheets.some(({ entries }) => meetingsOf(entries[household]).some((at) => at >= from && at < to)),
    excused: (household, week) =>
      sheets.some((sheet) => sheet.week === week && isExcused(sheet.misses?.[household])),
  };
}

function weeksEndingIn(from: Millis, to: Millis): WeekKey[] {
  const weeks: WeekKey[] = [];
  for (let week = weekKey(from); weekSpan(week).to <= to; week = weekAfter(week)) weeks.push(week);
  return weeks;
}
