import { isWorkday as isWorkdayOf } from 'chinese-days';
import { DAY, type Millis, shanghai } from './shanghai';

/**
 * Working days of the People's Republic of China: public holidays and make-up days as announced by the
 * State Council, from the `chinese-days` package. Years that are not announced yet fall back to Monday–Friday.
 * Server only: the calendar is too heavy for a phone.
 */
export function isWorkday(at: Millis): boolean {
  return isWorkdayOf(shanghai(at).format('YYYY-MM-DD'));
}

/** The same time of day on the `count`-th working day after the day of `at`. */
export function addWorkdays(at: Millis, count: number): Millis {
  let day = at;
  for (let left = count; left > 0; ) {
    day += DAY;
    if (isWorkday(day)) left -= 1;
  }
  return day;
}

/** The same time of day on the first working day from `at` on. */
export function onWorkday(at: Millis): Millis {
  let day = at;
  while (!isWorkday(day)) day += DAY;
  return day;
}

/** Days strictly after `from` and up to the day of `to` that are not working days, as `MM-DD`. */
export function daysOff(from: Millis, to: Millis): string[] {
  const off: string[] = [];
  for (let day = from + DAY; day <= to; day += DAY) {
    if (!isWorkday(day)) off.push(shanghai(day).format('MM-DD'));
  }
  return off;
}
