/**
 * The days a contact can be recorded for. Free of dependencies: the phone draws them.
 * Asia/Shanghai has had one offset since 1991, so a day is a division.
 */
const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;
const WEEK_DAYS = 7;

/** 1 January 1970 was a Thursday; Monday is 0. */
function weekday(at: number): number {
  return (Math.floor((at + SHANGHAI_MS) / DAY_MS) + 3) % WEEK_DAYS;
}

/** Last week's books stay open for one day after its end (`booksClose`): all of Monday. */
export function lastWeekOpen(now: number): boolean {
  return weekday(now) === 0;
}

/** Whether contacts of the week that began on that Monday can still be recorded. */
export function booksOpen(monday: number, now: number): boolean {
  return now < monday + (WEEK_DAYS + 1) * DAY_MS;
}

/** How many days back may be recorded: to this week's Monday, on a Monday to the one before. */
export function daysOpen(now: number): number {
  return lastWeekOpen(now) ? WEEK_DAYS : weekday(now);
}

/** Whole calendar days from `at` to `now`. */
export function daysBack(at: number, now: number): number {
  return Math.floor((now + SHANGHAI_MS) / DAY_MS) - Math.floor((at + SHANGHAI_MS) / DAY_MS);
}

/** The same time of day, `back` days before. */
export function onDay(back: number, now: number): number {
  return now - back * DAY_MS;
}

/** Whether it lies in a week before the one of `now`. */
export function isLastWeek(at: number, now: number): boolean {
  return daysBack(at, now) > weekday(now);
}
