import { evalExpr } from 'mingo/core';
import { $dateFromString } from 'mingo/operators/expression/date';

/** A date with its own zone, such as `2026-11-23T08:00:00+08:00`. */
const ZONED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?\s*(Z|[+-]\d{2}(:?\d{2})?)$/;

export const expression = {
  /** mingo knows a zone beside the text only; one inside the text is read by JavaScript. */
  $dateFromString(doc: unknown, expr: unknown, options: unknown): unknown {
    const { dateString, format } = (expr ?? {}) as { dateString?: unknown; format?: unknown };
    const text = evalExpr(doc as never, dateString as never, options as never) as unknown;
    if (typeof text !== 'string' || format !== undefined || !ZONED.test(text))
      return $dateFromString(doc as never, expr as never, options as never);
    const withMinutes = /[+-]\d{2}$/.test(text) ? `${text}:00` : text;
    return new Date(Date.parse(withMinutes.replace(' ', 'T')));
  },
};
