import { atShanghai, DAY, type Millis, shanghai } from './shanghai';

/** `2026-W47`: ISO week, Monday to Sunday, Asia/Shanghai. */
export type WeekKey = string;
/** `2026-11` */
export type MonthKey = string;

/** From inclusive, to exclusive. */
export interface Span {
  from: Millis;
  to: Millis;
}

const two = (n: number): string => String(n).padStart(2, '0');

export function weekKey(at: Millis): WeekKey {
  const day = shanghai(at);
  return `${day.isoWeekYear()}-W${two(day.isoWeek())}`;
}

export function monthKey(at: Millis): MonthKey {
  return shanghai(at).format('YYYY-MM');
}

/** `2026-11A` is the 1st to the 15th, `2026-11B` the 16th to the end. */
export function halfMonthKey(at: Millis): string {
  const day = shanghai(at);
  return `${day.format('YYYY-MM')}${day.date() <= 15 ? 'A' : 'B'}`;
}

/** `2026-Q4` */
export function quarterKey(at: Millis): string {
  const day = shanghai(at);
  return `${day.year()}-Q${Math.floor(day.month() / 3) + 1}`;
}

export function isWeekKey(text: string): boolean {
  return /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(text) && weekKey(weekSpan(text).from) === text;
}

const spans = new Map<WeekKey, Span>();

/** ISO 8601: week 1 is the one with 4 January in it. Kept, because whoever counts a month asks for the same few weeks. */
export function weekSpan(week: WeekKey): Span {
  const known = spans.get(week);
  if (known) return known;
  const span = reckoned(week);
  // A text from outside is no week key yet: what was never a week is not kept.
  if (Number.isFinite(span.from) && spans.size < 5_000) spans.set(week, span);
  return span;
}

function reckoned(week: WeekKey): Span {
  const year = Number(week.slice(0, 4));
  const number = Number(week.slice(6));
  const fourth = atShanghai(`${year}-01-04`);
  const monday = fourth - (shanghai(fourth).isoWeekday() - 1) * DAY;
  const from = monday + (number - 1) * 7 * DAY;
  return { from, to: from + 7 * DAY };
}

/** The last `count` weeks up to and with the one of `at`, newest first. */
export function recentWeeks(at: Millis, count: number): WeekKey[] {
  return Array.from({ length: count }, (_, back) => weekKey(at - back * 7 * DAY));
}

/** The week `count` weeks after this one; before it when negative. */
export function weekAfter(week: WeekKey, count = 1): WeekKey {
  return weekKey(weekSpan(week).from + count * 7 * DAY);
}

/** How many weeks lie from `from` up to and with `to`. */
export function weeksThrough(from: WeekKey, to: WeekKey): number {
  return Math.round((weekSpan(to).to - weekSpan(from).from) / (7 * DAY));
}

export function monthSpan(at: Millis): Span {
  const start = shanghai(at).startOf('month');
  return { from: start.valueOf(), to: start.add(1, 'month').valueOf() };
}

export type StudyPeriod = 'half-month' | 'month' | 'quarter';

/** The span of the study period that `at` lies in. */
export function studySpan(period: StudyPeriod, at: Millis): Span {
  const month = monthSpan(at);
  if (period === 'month') return month;
  const start = shanghai(month.from);
  if (period === 'half-month') {
    const middle = start.add(15, 'day').valueOf();
    return at < middle ? { from: month.from, to: middle } : { from: middle, to: month.to };
  }
  const first = start.subtract(start.month() % 3, 'month');
  return { from: first.valueOf(), to: first.add(3, 'month').valueOf() };
}
