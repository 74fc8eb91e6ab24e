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

/** What a sheet says of one household. */
export interface Said {
  week: WeekKey;
  contacted: boolean;
  /** When it was met face to face. */
  met: readonly Millis[];
  /** A chief agreed that it was out of reach. */
  excused: boolean;
}

/** As `Seen`, where the sheets were read before. */
interface Known {
  said: readonly Said[];
  worker?: OnDuty | undefined;
}

/** A contact counts for the ISO week of its `at`. */
export function weekCadence(household: string, week: WeekKey, seen: Seen, now: Millis): Cadence {
  return cadenceInWeek(week, household, knownOf(household, seen), now);
}

/** `weekCadence` from sheets that were read before. */
export function cadenceInWeek(week: WeekKey, household: string, known: Known, now: Millis): Cadence {
  if (known.said.some((one) => one.week === week && one.contacted)) return 'done';
  if (excusedIn(household, week, known)) return 'excused';
  return now < booksClose(week) ? 'due' : 'missed';
}

/**
 * A meeting counts for the calendar month of its `at`, also in a week that two months share. A month is excused when
 * every week is whose Sunday lies in it, and closes with the books of the week that its last day lies in.
 */
export function monthCadence(household: string, month: Millis, seen: Seen, now: Millis): Cadence {
  return cadenceInMonth(calendarMonth(month), household, knownOf(household, seen), now);
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

/** `monthCadence` in a month that was reckoned, from sheets that were read before. */
export function cadenceInMonth(
  { from, to, weeks, closes }: CalendarMonth,
  household: string,
  known: Known,
  now: Millis,
): Cadence {
  if (known.said.some(({ met }) => met.some((at) => at >= from && at < to))) return 'done';
  if (weeks.every((week) => excusedIn(household, week, known))) return 'excused';
  return now < closes ? 'due' : 'missed';
}

function excusedIn(household: string, week: WeekKey, { said, worker }: Known): boolean {
  if (worker?.leaves?.length && duty(worker, week).leave.includes(household)) return true;
  return said.some((one) => one.week === week && one.excused);
}

function knownOf(household: string, { sheets, worker }: Seen): Known {
  const said = sheets.map(({ week, entries: { [household]: entry }, misses }) => ({
    week,
    contacted: entry !== undefined,
    met: meetingsOf(entry),
    excused: isExcused(misses?.[household]),
  }));
  return { said, worker };
}

function weeksEndingIn(from: Millis, to: Millis): WeekKey[] {
  const weeks: WeekKey[] = [];
  for (let week = weekKey(from); weekSpan(week).to <= to; week = weekAfter(week)) weeks.push(week);
  return weeks;
}
