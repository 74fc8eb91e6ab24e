import { Aggregator } from 'mingo';
import type { Options } from 'mingo/types';
import { databaseFailed, PlatformError } from '../errors';
import { type Doc, type Filter, isPlainObject, type SortSpec } from './document';
import { type LookupSpec, lookup } from './lookup';
import type { FindOptions } from './query';

export type Stage = Record<string, unknown>;

/** Reads documents of a collection through the planner. */
export type Source = (collection: string, options: FindOptions) => Doc[];

/**
 * Runs a pipeline: the leading `$match`, `$sort`, `$skip` and `$limit` become one planned query, `$lookup` asks the
 * foreign collection's indexes, everything between is mingo's.
 */
export function aggregate(source: Source, collection: string, pipeline: Stage[], hint?: Filter): Doc[] {
  const { query, rest } = leadingQuery(pipeline);
  let docs = source(collection, { ...query, hint });
  const options = { collectionResolver: (name: string) => source(name, {}) } as unknown as Options;
  const run = (name: string, stages: Stage[], narrowing?: Filter) =>
    aggregate(source, name, stages, narrowing);
  let pending: Stage[] = [];
  for (const stage of rest) {
    const [name] = Object.keys(stage);
    if (name === '$lookup') {
      docs = lookup(runStages(docs, pending, options), stage.$lookup as LookupSpec, run, options);
      pending = [];
    } else {
      refuseUnsupported(name);
      pending.push(stage);
    }
  }
  return runStages(docs, pending, options);
}

function runStages(docs: Doc[], stages: Stage[], options: Options): Doc[] {
  if (stages.length === 0) return docs;
  try {
    return new Aggregator(stages, options).run<Doc>(docs);
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    throw databaseFailed(error instanceof Error ? error.message : String(error));
  }
}

/** Stages that write or that this store has no means for. */
const REFUSED = new Set(['$out', '$merge', '$geoNear', '$indexStats', '$collStats']);

function refuseUnsupported(name: string | undefined): void {
  if (!name?.startsWith('$'))
    throw databaseFailed('A pipeline stage specification object must contain exactly one field.');
  if (REFUSED.has(name)) throw databaseFailed(`${name} is not supported by the embedded cloud`);
}

function leadingQuery(pipeline: Stage[]): { query: FindOptions; rest: Stage[] } {
  const query: FindOptions = {};
  const matches: Filter[] = [];
  let at = 0;
  for (; at < pipeline.length; at++) {
    const stage = pipeline[at]!;
    if (isPlainObject(stage.$match) && !query.sort && query.limit === undefined && query.skip === undefined) {
      matches.push(stage.$match);
    } else if (
      isPlainObject(stage.$sort) &&
      !query.sort &&
      query.limit === undefined &&
      query.skip === undefined &&
      plainSort(stage.$sort)
    ) {
      query.sort = stage.$sort as SortSpec;
    } else if (typeof stage.$skip === 'number' && query.limit === undefined && query.skip === undefined) {
      query.skip = stage.$skip;
    } else if (typeof stage.$limit === 'number' && query.limit === undefined) {
      query.limit = stage.$limit;
    } else {
      break;
    }
  }
  if (matches.length > 0) query.filter = matches.length === 1 ? matches[0] : { $and: matches };
  return { query, rest: pipeline.slice(at) };
}

function plainSort(sort: Record<string, unknown>): boolean {
  return Object.values(sort).every((direction) => direction === 1 || direction === -1);
}
