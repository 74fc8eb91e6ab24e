/**
 * ISO 8601 durations such as `P7D`, `PT1H30M` or `P1M`, in ms. Months and years count 30 and 365 days: the clock's door
 * moves a test along, it does no calendar arithmetic. `undefined` when the text is not a duration.
 */
export function parseDuration(text: string): number | undefined {
  const match =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(
      text,
    );
  if (!match || /^P$|T$/.test(text)) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = match
    .slice(1)
    .map((part) => Number(part ?? 0)) as number[];
  const allDays = years! * 365 + months! * 30 + weeks! * 7 + days!;
  return (((allDays * 24 + hours!) * 60 + minutes!) * 60 + seconds!) * 1000;
}

/** An instant as people in China write it: `2026-11-23T08:00:00.000+08:00`. */
export function chinaTime(ms: number): string {
  return new Date(ms + 8 * 3600_000).toISOString().replace('Z', '+08:00');
}
