/**
 * ISO weeks by plain arithmetic, for phones: no calendar library travels there.
 * The same keys as `period.ts`, which a property test holds it to.
 */
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const SHANGHAI_MS = 8 * 3_600_000;
/** 1 January 1970 was a Thursday, so Mondays lie three days before whole weeks. */
const THURSDAY_MS = 3 * DAY_MS;

/** The Monday of that week, at 0:00 in Shanghai. @param week `2026-W48` */
export function mondayOf(week: string): number {
  // ISO 8601: week 1 is the one with 4 January in it.
  const fourth = Date.UTC(Number(week.slice(0, 4)), 0, 4);
  const first = Math.floor((fourth + THURSDAY_MS) / WEEK_MS) * WEEK_MS - THURSDAY_MS;
  return first + (Number(week.slice(6)) - 1) * WEEK_MS - SHANGHAI_MS;
}

/** `2026-W48` of an instant. */
export function weekAt(at: number): string {
  const monday = Math.floor((at + SHANGHAI_MS + THURSDAY_MS) / WEEK_MS) * WEEK_MS - THURSDAY_MS;
  const year = new Date(monday + THURSDAY_MS).getUTCFullYear();
  const number = (monday - SHANGHAI_MS - mondayOf(`${year}-W01`)) / WEEK_MS + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** `2026-11` of an instant. */
export function monthAt(at: number): string {
  const day = new Date(at + SHANGHAI_MS);
  return `${day.getUTCFullYear()}-${String(day.getUTCMonth() + 1).padStart(2, '0')}`;
}

/** The week so many weeks later; negative is earlier. */
export function weekAway(week: string, weeks: number): string {
  return weekAt(mondayOf(week) + weeks * WEEK_MS);
}
