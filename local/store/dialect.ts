import { Aggregator as BaseAggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import { type Iterator, Lazy } from 'mingo/lazy';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import { Query as BaseQuery } from 'mingo/query';
import type { Options } from 'mingo/types';
import type { Doc, SortSpec } from './document';
import { EXPRESSIONS } from './expressions';
import { geoIntersectsTest, geoNearTest, geoWithinTest } from './geo-operators';
import { sortDocs } from './order';
import { modTest, typeTest } from './type-operator';

type QueryOps = Parameters<Context['addQueryOps']>[0];
type PipelineOps = Parameters<Context['addPipelineOps']>[0];

/** What mingo lacks, or answers otherwise than MongoDB does. */
const OWN_QUERY = {
  $type: typeTest,
  $mod: modTest,
  $geoWithin: geoWithinTest,
  $geoIntersects: geoIntersectsTest,
  $near: geoNearTest,
  $nearSphere: geoNearTest,
} as unknown as QueryOps;

const OWN_PIPELINE = {
  $sort: (docs: Iterator, sort: SortSpec) =>
    docs.transform((list) => Lazy(sortDocs(list as Doc[], sort, (doc) => doc))),
} as unknown as PipelineOps;

/** mingo with this store's own operators in front. */
const CONTEXT = Context.init({})
  .addQueryOps(OWN_QUERY)
  .addPipelineOps(OWN_PIPELINE)
  .addExpressionOps(EXPRESSIONS as never)
  .addQueryOps(query as never)
  .addPipelineOps(pipeline as never)
  .addExpressionOps(expression as never)
  .addAccumulatorOps(accumulator as never)
  .addProjectionOps(projection as never);

/** `$where` and `$function` run text as code: never. */
const FIXED = { context: CONTEXT, scriptEnabled: false };

export class Query extends BaseQuery {
  constructor(condition: Record<string, unknown>, options: Partial<Options> = {}) {
    super(condition, { ...options, ...FIXED });
  }
}

export class Aggregator extends BaseAggregator {
  constructor(stages: Record<string, unknown>[], options: Partial<Options> = {}) {
    super(stages, { ...options, ...FIXED });
  }
}

export function dialectOptions(options: Partial<Options> = {}): Partial<Options> {
  return { ...options, ...FIXED };
}

/** Names of the operators there are, for the coverage table. */
export const KNOWN_OPERATORS = {
  query: new Set([...Object.keys(query), ...Object.keys(OWN_QUERY)]),
  stage: new Set(Object.keys(pipeline)),
  expression: new Set([...Object.keys(expression), ...Object.keys(EXPRESSIONS)]),
  accumulator: new Set(Object.keys(accumulator)),
  projection: new Set(Object.keys(projection)),
};
