import { evalExpr } from 'mingo/core';
import { DATE_EXPRESSIONS } from './date-expressions';

type Expression = (doc: unknown, expr: unknown, options: unknown) => unknown;

const evaluate = (doc: unknown, expr: unknown, options: unknown): unknown =>
  evalExpr(doc as never, expr as never, options as never);

/** Expression operators that mingo lacks, or answers otherwise than MongoDB does. */
export const EXPRESSIONS: Record<string, Expression> = {
  ...DATE_EXPRESSIONS,
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
  /** Pairs or `{ k, v }`, as they are or as the only one of a list of arguments. */
  $arrayToObject(doc, expr, options) {
    const value = evaluate(doc, expr, options);
    const list: unknown = Array.isArray(expr) && expr.length === 1 ? (value as unknown[])[0] : value;
    if (list === null || list === undefined) return null;
    if (!Array.isArray(list)) throw new Error('$arrayToObject requires an array input');
    return Object.fromEntries(list.map(entryOf));
  },
  $switch(doc, expr, options) {
    const { branches, default: otherwise } = (expr ?? {}) as { branches?: Branch[]; default?: unknown };
    if (!Array.isArray(branches) || branches.length === 0)
      throw new Error('$switch requires at least one branch');
    const taken = branches.find((branch) => truthy(evaluate(doc, branch.case, options)));
    if (taken) return evaluate(doc, taken.then, options);
    if (!('default' in (expr as object)))
      throw new Error('$switch could not find a matching branch for an input, and no default was specified');
    return evaluate(doc, otherwise, options);
  },
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

interface Branch {
  case: unknown;
  then: unknown;
}

/** For MongoDB an empty string is true. */
function truthy(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined && value !== 0;
}

function entryOf(entry: unknown): [string, unknown] {
  const [key, value] = Array.isArray(entry)
    ? (entry as unknown[])
    : [(entry as { k?: unknown } | null)?.k, (entry as { v?: unknown } | null)?.v];
  if (typeof key !== 'string') throw new Error('$arrayToObject requires pairs, or objects with k and v');
  return [key, value];
}

type Search = (text: string, part: string, from: number, to: number | undefined) => number;

function indexOf(doc: unknown, expr: unknown, options: unknown, search: Search): number | null {
  const args = evaluate(doc, expr, options);
  const [text, part, from = 0, to] = Array.isArray(args) ? args : [];
  if (text === null || text === undefined) return null;
  if (typeof text !== 'string' || typeof part !== 'string')
    throw new Error('$indexOfBytes and $indexOfCP require strings');
  return search(text, part, Number(from), to === undefined ? undefined : Number(to));
}
