import dayjs, { type Dayjs } from 'dayjs';
import isoWeek from 'dayjs/plugin/isoWeek.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(isoWeek);

/** Milliseconds since the epoch. Every instant in this project is one; what is shown is Asia/Shanghai. */
export type Millis = number;

export const MINUTE: Millis = 60_000;
export const HOUR: Millis = 60 * MINUTE;
export const DAY: Millis = 24 * HOUR;

/** China has had one offset and no summer time since 1991, so +08:00 is Asia/Shanghai. */
const OFFSET_MINUTES = 480;

/** The calendar of Asia/Shanghai at this instant. */
export function shanghai(at: Millis): Dayjs {
  return dayjs.utc(at).utcOffset(OFFSET_MINUTES);
}

/** The instant of a wall-clock text of Asia/Shanghai, `2026-11-23` or `2026-11-23 10:00`. */
export function atShanghai(wallClock: string): Millis {
  return dayjs.utc(wallClock).valueOf() - OFFSET_MINUTES * MINUTE;
}

/** A deadline's day and clock as people say them: midnight is 24:00 of the day before, when somebody can still act. */
export function lastMoment(at: Millis): { day: Dayjs; clock: string } {
  const midnight = shanghai(at).format('HH:mm') === '00:00';
  const day = shanghai(midnight ? at - 1 : at);
  return { day, clock: midnight ? '24:00' : day.format('HH:mm') };
}
