/**
 * Seven-field cron as CloudBase's timers use it, always at UTC+8:
 * second minute hour day month weekday year (https://docs.cloudbase.net/cloud-function/timer-trigger).
 * `*`, `a,b`, `a-b`, `/step`; months and weekdays also by name. Day and weekday both given: either will do.
 */
export interface Cron {
  /** The first firing strictly after `ms`, or `undefined` when there is none any more. */
  next(ms: number): number | undefined;
}

const OFFSET = 8 * 3600_000;
const FIELDS = [
  { name: 'second', min: 0, max: 59 },
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12 },
  { name: 'weekday', min: 0, max: 7 },
  { name: 'year', min: 1970, max: 2099 },
] as const;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

export function parseCron(text: string): Cron {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== 7)
    throw new Error(
      `a timer has 7 fields (second minute hour day month weekday year), got ${parts.length}: ${text}`,
    );
  const [second, minute, hour, day, month, weekday, year] = parts.map((part, n) => parseField(part, n)) as [
    Set<number>,
    Set<number>,
    Set<number>,
    Set<number>,
    Set<number>,
    Set<number>,
    Set<number>,
  ];
  if (weekday.has(7)) weekday.add(0);
  const anyDay = parts[3] === '*' || parts[3] === '?';
  const anyWeekday = parts[5] === '*' || parts[5] === '?';

  function dayFits(at: Date): boolean {
    const byDay = day.has(at.getUTCDate());
    const byWeekday = weekday.has(at.getUTCDay());
    if (anyDay) return byWeekday;
    return anyWeekday ? byDay : byDay || byWeekday;
  }

  return {
    next(ms) {
      // Shifted by eight hours, so that the UTC getters read China's calendar.
      const at = new Date(Math.floor((ms + OFFSET) / 1000) * 1000 + 1000);
      while (at.getUTCFullYear() <= FIELDS[6].max) {
        if (!year.has(at.getUTCFullYear())) at.setTime(Date.UTC(at.getUTCFullYear() + 1, 0, 1));
        else if (!month.has(at.getUTCMonth() + 1))
          at.setTime(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
        else if (!dayFits(at))
          at.setTime(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 1));
        else if (!hour.has(at.getUTCHours()))
          at.setTime((Math.floor(at.getTime() / 3600_000) + 1) * 3600_000);
        else if (!minute.has(at.getUTCMinutes()))
          at.setTime((Math.floor(at.getTime() / 60_000) + 1) * 60_000);
        else if (!second.has(at.getUTCSeconds())) at.setTime(at.getTime() + 1000);
        else return at.getTime() - OFFSET;
      }
      return undefined;
    },
  };
}

function parseField(text: string, n: number): Set<number> {
  const { name, min, max } = FIELDS[n]!;
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^(\*|\?|[A-Za-z0-9]+(?:-[A-Za-z0-9]+)?)(?:\/(\d+))?$/.exec(part);
    if (!match) throw new Error(`timer: cannot read the ${name} ${JSON.stringify(part)}`);
    const [, span, step] = match as unknown as [string, string, string | undefined];
    const [from, to] = spanOf(span, n, step !== undefined);
    // Written so that NaN fails, too.
    if (!(from >= min && to <= max && from <= to))
      throw new Error(`timer: the ${name} ${JSON.stringify(part)} is outside ${min}-${max}`);
    for (let value = from; value <= to; value += Math.max(1, Number(step ?? 1))) values.add(value);
  }
  return values;
}

function spanOf(span: string, n: number, stepped: boolean): [number, number] {
  const { min, max } = FIELDS[n]!;
  if (span === '*' || span === '?') return [min, n === 5 ? 6 : max];
  const [from, to] = span.split('-').map((value) => numberOf(value, n));
  return [from!, to ?? (stepped ? max : from!)];
}

function numberOf(text: string, n: number): number {
  const names = n === 4 ? MONTHS : n === 5 ? WEEKDAYS : [];
  const index = names.indexOf(text.toUpperCase());
  if (index >= 0) return n === 4 ? index + 1 : index;
  const value = Number(text);
  return Number.isInteger(value) ? value : Number.NaN;
}
