import type { MonthKey } from '../time/period';
import type { Millis } from '../time/shanghai';
import type { Year } from './account';
import { lastClosingYear, lastDueMonth, monthAfter, yearOf } from './calendar';

/** One round of the settling timer over all places: a month to settle, or a year to close. */
export type Step = { id: string } & ({ month: MonthKey } | { year: Year });

/** Done when every village, township and the banner has been settled for the month. */
export function settlingRound(month: MonthKey): string {
  return `settle.${month}`;
}

/** Done when every book of the year is closed. */
export function closingYearRound(year: Year): string {
  return `years.${year}`;
}

/**
 * What may be due, in the order in which it has to be done: the months of the last year that closes, its closing, the
 * months since. Where points have just begun (no round is known) only the last month is: nobody is settled for a
 * time in which the system was not there.
 * @param known ids of rounds that were begun or done
 */
export function dueSteps(at: Millis, known: ReadonlySet<string>): Step[] {
  const months = candidates(at);
  const begun = months.find((month) => known.has(settlingRound(month))) ?? months.at(-1)!;
  const year = lastClosingYear(at);
  const since = months.filter((month) => month >= begun);
  const steps = (some: MonthKey[]): Step[] => some.map((month) => ({ id: settlingRound(month), month }));
  return [
    ...steps(since.filter((month) => yearOf(month) <= year)),
    ...(begun <= `${year}-12` ? [{ id: closingYearRound(year), year }] : []),
    ...steps(since.filter((month) => yearOf(month) > year)),
  ];
}

/** Ids of all rounds that may be known; what `dueSteps` is told from. */
export function stepIds(at: Millis): string[] {
  return [...candidates(at).map(settlingRound), closingYearRound(lastClosingYear(at))];
}

/** Months of the last year that closes, and those after it that are due; never none. */
function candidates(at: Millis): MonthKey[] {
  const last = lastDueMonth(at);
  const months: MonthKey[] = [];
  for (let month = `${lastClosingYear(at)}-01`; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}
