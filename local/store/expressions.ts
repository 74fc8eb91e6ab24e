import { evalExpr } from 'mingo/core';
import { expression as dates } from './date-expressions';

type Expression = (doc: unknown, expr: unknown, options: unknown) => unknown;

const evaluate = (doc: unknown, expr: unknown, options: unknown): unknown =>
  evalExpr(doc as never, expr as never, options as never);

/** Expression operators that mingo lacks, or answers otherwise than MongoDB does. */
export const EXPRESSIONS: Record<string, Expression> = {
  ...dates,
  /** Bytes of UTF-8, where mingo counts characters. */
  $indexOfBytes: (doc, expr, options) =>
    indexOf(doc, expr, options, (text, part, from, to) =>
      Buffer.from(text).subarray(0, to).indexOf(Buffer.from(part), from),
    ),
  $indexOfCP: (doc, expr, options) =>
    indexOf(doc, expr, options, (text, part, from, to) => {
      const points = [...text].slice(0, to);
      const at = points.slice(from).join('').indexOf(part);
      return at < 0 ? -1 : from + [...points.slice(from).join('').slice(0, at)].length;
    }),
  /** One argument, or a number and its places. */
  $trunc(doc, expr, options) {
    const args = evaluate(doc, expr, options);
    const [value, places = 0] = Array.isArray(args) ? args : [args];
    if (value === null || value === undefined) return null;
    if (typeof value !== 'number' || typeof places !== 'number')
      throw new Error('$trunc only supports numeric types');
    const scale = 10 ** places;
    return Math.trunc(value * scale) / scale;
  },
};

type Search = (text: string, part: string, from: number, to: number | undefined) => number;

function indexOf(doc: unknown, expr: unknown, options: unknown, search: Search): number | null {
  const args = evaluate(doc, expr, options);
  const [text, part, from = 0, to] = Array.isArray(args) ? args : [];
  if (text === null || text === undefined) return null;
  if (typeof text !== 'string' || typeof part !== 'string')
    throw new Error('$indexOfBytes and $indexOfCP require strings');
  return search(text, part, Number(from), to === undefined ? undefined : Number(to));
}
