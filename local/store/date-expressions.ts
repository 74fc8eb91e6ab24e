import { evalExpr } from 'mingo/core';
import { $dateFromString, $dateToParts, $dateToString } from 'mingo/operators/expression/date';
import { isPlainObject } from './document';

type Expression = (doc: unknown, expr: unknown, options: unknown) => unknown;

/** A date with its own zone, such as `2026-11-23T08:00:00+08:00`. */
const ZONED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?\s*(Z|[+-]\d{2}(:?\d{2})?)$/;

/** Where mingo reads a calendar otherwise than MongoDB does. */
export const DATE_EXPRESSIONS: Record<string, Expression> = {
  /** mingo knows a zone beside the text only; one inside the text is read by JavaScript. */
  $dateFromString(doc, expr, options) {
    const { dateString, format } = (expr ?? {}) as { dateString?: unknown; format?: unknown };
    const text = evaluate(doc, dateString, options);
    if (typeof text !== 'string' || format !== undefined || !ZONED.test(text))
      return $dateFromString(doc as never, expr as never, options as never);
    const withMinutes = /[+-]\d{2}$/.test(text) ? `${text}:00` : text;
    return new Date(Date.parse(withMinutes.replace(' ', 'T')));
  },
  /** Weeks begin on Sunday, the first Sunday begins week 1, the days before it are week 0. */
  $week: (doc, expr, options) => withDay(doc, expr, options, weekOf),
  $isoWeekYear: (doc, expr, options) => withDay(doc, expr, options, isoYearOf),
  /** `%%`, `%U` and `%G` are done here, the rest by mingo. */
  $dateToString(doc, expr, options) {
    const spec = expr as { date?: unknown; format?: unknown; timezone?: unknown };
    const format = evaluate(doc, spec?.format, options);
    const rest = (part: string | undefined) =>
      $dateToString(
        doc as never,
        { ...spec, ...(part === undefined ? {} : { format: part }) } as never,
        options as never,
      );
    if (typeof format !== 'string' || !/%[%UG]/.test(format)) return rest(undefined);
    const date = { date: spec.date, timezone: spec.timezone };
    const parts = format
      .split('%%')
      .map((part) =>
        part
          .replaceAll('%U', () => String(withDay(doc, date, options, weekOf)).padStart(2, '0'))
          .replaceAll('%G', () => String(withDay(doc, date, options, isoYearOf))),
      );
    const texts = parts.map((part) => (part === '' ? '' : rest(part)));
    const missing = texts.find((text) => typeof text !== 'string');
    return missing === undefined ? texts.join('%') : missing;
  },
};

function evaluate(doc: unknown, expr: unknown, options: unknown): unknown {
  return evalExpr(doc as never, expr as never, options as never);
}

/** `'$at'`, `['$at']` or `{ date, timezone }`; the day there, as midnight UTC. */
function withDay(doc: unknown, expr: unknown, options: unknown, tell: (day: Date) => number): number | null {
  const single = Array.isArray(expr) ? (expr[0] as unknown) : expr;
  const spec = isPlainObject(single) && 'date' in single ? single : { date: single };
  const date = evaluate(doc, spec.date, options);
  if (date === null || date === undefined) return null;
  const zone = spec.timezone === undefined ? {} : { timezone: spec.timezone };
  const parts = $dateToParts(doc as never, { date, ...zone } as never, options as never) as Record<
    string,
    number
  >;
  return tell(new Date(Date.UTC(parts.year!, parts.month! - 1, parts.day)));
}

const DAY = 86_400_000;

function weekOf(day: Date): number {
  const ofYear = Math.round((day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 1)) / DAY);
  return Math.floor((ofYear + 7 - day.getUTCDay()) / 7);
}

/** The year of the Thursday of its week. */
function isoYearOf(day: Date): number {
  return new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY).getUTCFullYear();
}
