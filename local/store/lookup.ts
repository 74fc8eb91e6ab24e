import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';
import { cloneDeep } from 'mingo/util';
import { databaseFailed } from '../errors';
import { type Doc, type Filter, isPlainObject } from './document';
import { stringify } from './ejson';
import { valuesAt } from './entries';

export interface LookupSpec {
  from: string;
  as: string;
  localField?: string;
  foreignField?: string;
  let?: Record<string, unknown>;
  pipeline?: Record<string, unknown>[];
}

/** Runs a pipeline over another collection; `hint` narrows by index what the leading `$match` then decides. */
export type RunForeign = (collection: string, pipeline: Record<string, unknown>[], hint?: Filter) => Doc[];

/** `$lookup`, document by document: each side question goes through the foreign collection's indexes. */
export function lookup(docs: Doc[], spec: LookupSpec, run: RunForeign, options: Options): Doc[] {
  if (typeof spec.from !== 'string' || typeof spec.as !== 'string')
    throw databaseFailed('$lookup needs from and as');
  const answers = new Map<string, Doc[]>();
  return docs.map((doc) => {
    const { pipeline, hint } = questionOf(doc, spec, options);
    const question = stringify(pipeline);
    let answer = answers.get(question);
    if (!answer) {
      answer = run(spec.from, pipeline, hint);
      answers.set(question, answer);
    }
    // Later stages change documents in place, and an answer may stand in several of them.
    return { ...doc, [spec.as]: cloneDeep(answer) };
  });
}

function questionOf(
  doc: Doc,
  spec: LookupSpec,
  options: Options,
): { pipeline: Record<string, unknown>[]; hint?: Filter } {
  const pipeline = [...(spec.pipeline ?? [])];
  const variables: Record<string, unknown> = {};
  for (const [name, expression] of Object.entries(spec.let ?? {}))
    variables[name] = evalExpr(doc as never, expression as never, options);
  const bound = pipeline.map((stage) => substitute(stage, variables) as Record<string, unknown>);
  const hint = hintOf(bound[0]);
  if (spec.localField && spec.foreignField)
    bound.unshift({ $match: equalTo(doc, spec.localField, spec.foreignField) });
  return { pipeline: bound, hint };
}

function equalTo(doc: Doc, localField: string, foreignField: string): Filter {
  const values = valuesAt(doc, localField.split('.')).values.map((value) => value ?? null);
  return { [foreignField]: values.length === 1 ? { $eq: values[0] } : { $in: values } };
}

/** `$$name` and `$$name.path` become literals; the pipeline then stands alone. System variables stay. */
function substitute(expression: unknown, variables: Record<string, unknown>): unknown {
  if (typeof expression === 'string' && expression.startsWith('$$')) {
    const [name, ...path] = expression.slice(2).split('.');
    if (!name || !(name in variables)) return expression;
    const value = path.reduce<unknown>(
      (at, key) => (isPlainObject(at) ? at[key] : undefined),
      variables[name],
    );
    return { $literal: value ?? null };
  }
  if (Array.isArray(expression)) return expression.map((item) => substitute(item, variables));
  if (!isPlainObject(expression)) return expression;
  return Object.fromEntries(
    Object.entries(expression).map(([key, item]) => [key, substitute(item, variables)]),
  );
}

/** From `{ $match: { $expr: { $eq: ['$field', <literal>] } } }`, alone or inside `$and`, what an index can narrow by. */
function hintOf(stage: Record<string, unknown> | undefined): Filter | undefined {
  const match = stage?.$match;
  if (!isPlainObject(match) || !('$expr' in match)) return undefined;
  const hint: Filter = {};
  collectEqualities(match.$expr, hint);
  return Object.keys(hint).length > 0 ? hint : undefined;
}

function collectEqualities(expression: unknown, hint: Filter): void {
  if (!isPlainObject(expression)) return;
  if (Array.isArray(expression.$and)) for (const part of expression.$and) collectEqualities(part, hint);
  if (!Array.isArray(expression.$eq) || expression.$eq.length !== 2) return;
  const [left, right] = expression.$eq;
  const [field, literal] = isField(left) ? [left, right] : [right, left];
  if (isField(field) && isPlainObject(literal) && '$literal' in literal)
    hint[field.slice(1)] = { $eq: literal.$literal };
}

function isField(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('$') && !value.startsWith('$$');
}
