const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Days ahead that a promise can be made for with one tap. */
export const PROMISES = [7, 15, 30, 60, 90] as const;

/** Midnight after that day, Asia/Shanghai: the promise holds until the day is over. */
export function endOfDay(now: number, days: number): number {
  const today = Math.floor((now + SHANGHAI_MS) / DAY_MS);
  return (today + days + 1) * DAY_MS - SHANGHAI_MS;
}
