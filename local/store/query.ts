import { databaseFailed, PlatformError } from '../errors';
import type { Collection, Row } from './collection';
import { Query } from './dialect';
import type { Doc, Filter, SortSpec } from './document';
import { parseDoc } from './ejson';
import { distanceTo, type Near, nearOf } from './geo-operators';
import { sortDocs } from './order';
import { type Plan, planQuery } from './planner';
import { predicatesOf } from './predicates';
import { refuseUnsupported } from './refused';
import type { Sqlite } from './sqlite';

export interface FindOptions {
  filter?: Filter;
  sort?: SortSpec;
  skip?: number;
  limit?: number;
  /** Narrows the candidates only; what it lets through is tested by somebody else (`$lookup` with `$expr`). */
  hint?: Filter;
}

/** A document that has been found; `doc` only when it had to be read to decide. */
export interface Found extends Row {
  doc?: Doc;
}

export interface FindReport {
  plan: Plan;
  scanned: number;
}

/** A query that reads more documents than this is told to the log: it would be slow, and costly, on the platform too. */
export const SCAN_WARNING = 10_000;

export function docOf(found: Found): Doc {
  found.doc ??= parseDoc(found.text);
  return found.doc;
}

export function testOf(filter: Filter): (doc: Doc) => boolean {
  const equal = equalityOf(filter);
  if (!equal) return engineTest(filter);
  let engine: ((doc: Doc) => boolean) | undefined;
  return (doc) => {
    for (const [field, value] of equal) {
      const own = doc[field];
      if (own === value) continue;
      if (own === null || typeof own !== 'object') return false;
      // A member of an array may be equal: that is for MongoDB's engine.
      engine ??= engineTest(filter);
      return engine(doc);
    }
    return true;
  };
}

/** What every guarded write asks: fields of the document itself, each equal to a text or a number. */
function equalityOf(filter: Filter): [field: string, value: unknown][] | undefined {
  const asked = Object.entries(filter);
  const plain = asked.every(
    ([field, value]) =>
      !/[.$]/.test(field) &&
      (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))),
  );
  return plain ? asked : undefined;
}

function engineTest(filter: Filter): (doc: Doc) => boolean {
  refuseUnsupported(filter);
  try {
    const query = new Query(filter);
    return (doc) => query.test(doc);
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    throw databaseFailed(error instanceof Error ? error.message : String(error));
  }
}

/**
 * `$or` of branches that are each served by an index: the candidates are the union of the branches'. Anything else about
 * the filter is decided by the test on the documents.
 */
function branchesOf(collection: Collection, filter: Filter): Plan[] | undefined {
  if (!Array.isArray(filter.$or) || filter.$or.length === 0) return undefined;
  const plans = (filter.$or as Filter[]).map((branch) =>
    planQuery(collection, predicatesOf(branch), undefined),
  );
  return plans.every((plan) => plan.uses.length > 0) ? plans : undefined;
}

function* branchPages(sqlite: Sqlite, plans: Plan[]): Generator<[number, string][]> {
  for (const plan of plans) yield* pages(sqlite, plan, Number.POSITIVE_INFINITY);
}

export function findRows(
  sqlite: Sqlite,
  collection: Collection,
  options: FindOptions,
  report?: (report: FindReport) => void,
): Found[] {
  const filter = options.filter ?? {};
  const predicates = predicatesOf(options.hint ? { $and: [filter, options.hint] } : filter);
  const plan = planQuery(collection, predicates, options.sort);
  const skip = options.skip ?? 0;
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  const exact = plan.exact && !options.hint;
  const test = exact || Object.keys(filter).length === 0 ? undefined : testOf(filter);
  const branches = plan.uses.length === 0 && !plan.exact ? branchesOf(collection, filter) : undefined;
  if (branches) Object.assign(plan, unionOf(branches, options.sort));
  const near = options.sort && Object.keys(options.sort).length > 0 ? undefined : nearOf(filter);
  const wanted = plan.sorted && !near ? skip + limit : Number.POSITIVE_INFINITY;

  const matched: Found[] = [];
  const seen = plan.multikey ? new Set<number>() : undefined;
  let scanned = 0;
  for (const rows of branches ? branchPages(sqlite, branches) : pages(sqlite, plan, wanted)) {
    for (const [seq, text] of rows) {
      if (seen?.has(seq)) continue;
      seen?.add(seq);
      scanned++;
      const found: Found = { seq, text };
      if (!test || test(docOf(found))) matched.push(found);
    }
    if (matched.length >= wanted) break;
  }
  report?.({ plan, scanned });
  const ordered = near ? byDistance(matched, near) : plan.sorted ? matched : sortRows(matched, options.sort!);
  return skip === 0 && ordered.length <= limit ? ordered : ordered.slice(skip, skip + limit);
}

function unionOf(branches: Plan[], sort: SortSpec | undefined): Partial<Plan> {
  return {
    index: branches.map((branch) => branch.index).join('|'),
    uses: [...new Set(branches.flatMap((branch) => branch.uses))],
    sorted: !sort || Object.keys(sort).length === 0,
    // One document may satisfy several branches.
    multikey: true,
  };
}

/** Reads in growing pages, so that a first match costs little and a scan costs at most twice. */
function* pages(sqlite: Sqlite, plan: Plan, wanted: number): Generator<[number, string][]> {
  const where = plan.where ? `WHERE ${plan.where}` : '';
  const statement = sqlite.statement(
    `SELECT d.seq, d.doc FROM ${plan.from} ${where} ${plan.orderBy} LIMIT ? OFFSET ?`,
  );
  let size = Number.isFinite(wanted) ? Math.max(1, Math.min(wanted, 2000)) : 2000;
  for (let offset = 0; ; offset += size, size = Math.min(size * 4, 50_000)) {
    const rows = statement.all(...plan.params, size, offset) as [number, string][];
    yield rows;
    if (rows.length < size) return;
  }
}

export function sortRows(rows: Found[], sort: SortSpec): Found[] {
  return Object.keys(sort).length === 0 ? rows : sortDocs(rows, sort, docOf);
}

/** `$near` and `$nearSphere` answer the nearest first, unless another order is asked for. */
export function byDistance(rows: Found[], near: Near): Found[] {
  const measured = rows.map((row) => ({
    row,
    distance: distanceTo(docOf(row), near) ?? Number.POSITIVE_INFINITY,
  }));
  return measured.sort((a, b) => a.distance - b.distance).map(({ row }) => row);
}

export function countRows(
  sqlite: Sqlite,
  collection: Collection,
  filter: Filter,
  report?: (report: FindReport) => void,
): number {
  const predicates = predicatesOf(filter);
  const plan = planQuery(collection, predicates, undefined);
  if (!plan.exact) return findRows(sqlite, collection, { filter }, report).length;
  const where = plan.where ? `WHERE ${plan.where}` : '';
  const [entries, alias] = plan.from.includes(' i CROSS JOIN ')
    ? [plan.from.split(' CROSS JOIN ')[0]!, 'i']
    : [plan.from, 'd'];
  const what = plan.multikey ? `count(DISTINCT ${alias}.seq)` : 'count(*)';
  return Number(
    (sqlite.statement(`SELECT ${what} FROM ${entries} ${where}`).get(...plan.params) as [number])[0],
  );
}
