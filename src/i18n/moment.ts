import type { Dictionary } from './zh';

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Days since the epoch in Asia/Shanghai, whatever the phone's own zone is. */
function dayOf(at: number): number {
  return Math.floor((at + SHANGHAI_MS) / DAY_MS);
}

/** "今天", "明天", "11月28日"; the year is said when it is another one. */
export function dayWords(at: number, now: number, { time }: Dictionary): string {
  const away = dayOf(at) - dayOf(now);
  if (away === 0) return time.today;
  if (away === -1) return time.yesterday;
  if (away === 1) return time.tomorrow;
  const date = new Date(at + SHANGHAI_MS);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (year !== new Date(now + SHANGHAI_MS).getUTCFullYear()) return time.year(year, month, day);
  return time.date(month, day);
}

/** "今天 14:05" */
export function momentWords(at: number, now: number, words: Dictionary): string {
  return `${dayWords(at, now, words)} ${clockWords(at)}`;
}

/** "14:05" */
function clockWords(at: number): string {
  const date = new Date(at + SHANGHAI_MS);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

/** In a promise: the day, and the hour too when it is near. Midnight is told as the end of the day before. */
export function untilWords(at: number, now: number, words: Dictionary): string {
  if (clockWords(at) === '00:00') return dayWords(at - 1, now, words);
  const day = dayWords(at, now, words);
  return at - now < 2 * DAY_MS ? words.time.until(day, clockWords(at)) : day;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** "还剩 3 小时", "已超期 1 天": how much of a deadline is left. */
export function leftWords(deadline: number, now: number, { left }: Dictionary): string {
  const away = deadline - now;
  if (away >= 2 * DAY_MS) return left.days(Math.floor(away / DAY_MS));
  if (away >= HOUR_MS) return left.hours(Math.floor(away / HOUR_MS));
  if (away > 0) return left.minutes(Math.max(1, Math.floor(away / MINUTE_MS)));
  if (away <= -2 * DAY_MS) return left.overDays(Math.floor(-away / DAY_MS));
  if (away <= -HOUR_MS) return left.overHours(Math.floor(-away / HOUR_MS));
  return left.over;
}

/** `2026-W47` → 47. */
export function weekNumber(week: string): number {
  return Number(week.slice(6));
}
