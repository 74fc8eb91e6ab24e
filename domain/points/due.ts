import type { AreaCode } from '../area/area';
import type { MonthKey } from '../time/period';
import type { Millis } from '../time/shanghai';
import type { Year } from './account';
import { lastClosingYear, lastDueMonth, monthAfter, yearOf } from './calendar';
import { yearAfter } from './carry';

/** How far the points of a place are settled; the place, a village, township or the banner, is its id. */
export interface Settling {
  _id: AreaCode;
  /** The first month that was, or is to be, settled here. */
  since: MonthKey;
  /** The last month that is settled. */
  month?: MonthKey;
  /** The last year whose books are closed. */
  year?: Year;
}

/** What is due of one year in a place: months in their order, then the closing. */
export interface Stretch {
  year: Year;
  months: MonthKey[];
  closes: boolean;
}

/** Points begin with the last month that is due: nobody is settled for a time in which the system was not there. */
export function beginning(place: AreaCode, at: Millis): Settling {
  return { _id: place, since: lastDueMonth(at) };
}

/** What is due in a place, a year after the other; none where all is done. */
export function stretchesDue({ since, month, year }: Settling, at: Millis): Stretch[] {
  const next = month === undefined ? since : monthAfter(month);
  const open = year === undefined ? yearOf(since) : yearAfter(year);
  const months = monthsFromTo(next, lastDueMonth(at));
  const closing = lastClosingYear(at);
  const stretches: Stretch[] = [];
  for (let one = open; one <= yearOf(lastDueMonth(at)); one = yearAfter(one)) {
    const own = months.filter((due) => yearOf(due) === one);
    const closes = one <= closing;
    if (own.length > 0 || closes) stretches.push({ year: one, months: own, closes });
  }
  return stretches;
}

/** Whether the clock, late as it is, still comes to close that year there, and to book what is due of it before. */
export function isToClose(settling: Settling, year: Year, at: Millis): boolean {
  return stretchesDue(settling, at).some((stretch) => stretch.closes && stretch.year === year);
}

/** Both inclusive. */
export function monthsFromTo(from: MonthKey, to: MonthKey): MonthKey[] {
  const months: MonthKey[] = [];
  for (let month = from; month <= to; month = monthAfter(month)) months.push(month);
  return months;
}

/** How far the place is when the stretch is done. */
export function afterStretch(settling: Settling, { year, months, closes }: Stretch): Settling {
  const month = months.at(-1);
  return { ...settling, ...(month === undefined ? {} : { month }), ...(closes ? { year } : {}) };
}
