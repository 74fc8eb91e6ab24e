import type { Options } from 'mingo/types';
import { databaseFailed, PlatformError } from '../errors';
import { Aggregator, dialectOptions } from './dialect';
import { type Doc, type Filter, isPlainObject, type SortSpec } from './document';
import { geoNear } from './geo-near';
import { type LookupSpec, lookup } from './lookup';
import type { FindOptions } from './query';
import { refuseUnsupported } from './refused';

export type Stage = Record<string, unknown>;

/** Reads documents of a collection through the planner. */
export type Source = (collection: string, options: FindOptions) => Doc[];

/**
 * Runs a pipeline: the leading `$match`, `$sort`, `$skip` and `$limit` become one planned query, `$lookup` asks the
 * foreign collection's indexes, everything between is mingo's.
 */
export function aggregate(source: Source, collection: string, pipeline: Stage[], hint?: Filter): Doc[] {
  for (const [n, stage] of pipeline.entries()) checkStage(stage, n);
  const options = dialectOptions({
    collectionResolver: (name: string) => source(name, {}),
  } as Partial<Options>);
  const run = (name: string, stages: Stage[], narrowing?: Filter) =>
    aggregate(source, name, stages, narrowing);
  const { docs: first, rest } = beginning(source, collection, pipeline, hint);
  let docs = first;
  let pending: Stage[] = [];
  for (const stage of rest) {
    if ('$lookup' in stage) {
      docs = lookup(runStages(docs, pending, options), stage.$lookup as LookupSpec, run, options as Options);
      pending = [];
    } else {
      pending.push(stage);
    }
  }
  return runStages(docs, pending, options);
}

/** What the pipeline begins with: the nearest documents, or one planned query. */
function beginning(
  source: Source,
  collection: string,
  pipeline: Stage[],
  hint: Filter | undefined,
): { docs: Doc[]; rest: Stage[] } {
  if (pipeline[0] && '$geoNear' in pipeline[0]) {
    const find = (filter: Filter) => source(collection, { filter });
    return { docs: geoNear(find, pipeline[0].$geoNear), rest: pipeline.slice(1) };
  }
  const { query, rest } = leadingQuery(pipeline);
  return { docs: source(collection, { ...query, hint }), rest };
}

function runStages(docs: Doc[], stages: Stage[], options: Partial<Options>): Doc[] {
  if (stages.length === 0) return docs;
  try {
    return new Aggregator(stages, options).run(docs) as Doc[];
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    throw databaseFailed(error instanceof Error ? error.message : String(error));
  }
}

function checkStage(stage: Stage, position: number): void {
  const names = Object.keys(stage);
  if (names.length !== 1 || !names[0]!.startsWith('$'))
    throw databaseFailed('A pipeline stage specification object must contain exactly one field.');
  if (names[0] === '$geoNear' && position > 0)
    throw databaseFailed('$geoNear is only valid as the first stage in a pipeline.');
  refuseUnsupported(stage);
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
