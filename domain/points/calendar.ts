import { type MonthKey, monthKey, type WeekKey, weekSpan } from '../time/period';
import { atShanghai, DAY, type Millis, shanghai } from '../time/shanghai';
import type { Year } from './account';

/**
 * When points are settled and years closed. A month is settled when nothing is taken for it any more: the week that its
 * last day lies in ends at most six days into the next month, and its books close a day later.
 */
const AFTER_MONTH: Millis = 7 * DAY;
/** Corrections for a year are taken until 15 January; what is corrected later is a linked entry of that year. */
const CLOSES = '-01-15';

/** A week belongs to the month, and so to the year, of its Thursday. */
export function monthOfWeek(week: WeekKey): MonthKey {
  return monthKey(weekSpan(week).from + 3 * DAY);
}

/** From inclusive, to exclusive. */
export function spanOfMonth(month: MonthKey): { from: Millis; to: Millis } {
  return { from: atShanghai(`${month}-01`), to: atShanghai(`${monthAfter(month)}-01`) };
}

export function monthAfter(month: MonthKey, count = 1): MonthKey {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

export function settlesAt(month: MonthKey): Millis {
  return spanOfMonth(month).to + AFTER_MONTH;
}

/** The last month that is due to be settled. */
export function lastDueMonth(at: Millis): MonthKey {
  return monthAfter(monthKey(at - AFTER_MONTH), -1);
}

export function yearOf(month: MonthKey): Year {
  return month.slice(0, 4);
}

/** When the books of a year close. */
export function closesAt(year: Year): Millis {
  return atShanghai(`${Number(year) + 1}${CLOSES}`);
}

/** The last year whose books are due to be closed. */
export function lastClosingYear(at: Millis): Year {
  const year = Number(shanghai(at).format('YYYY'));
  return String(at >= closesAt(String(year - 1)) ? year - 1 : year - 2);
}
