import type { Collection } from './collection';
import type { SortSpec } from './document';
import type { Index } from './index-table';
import type { Key } from './key';
import type { Predicate, Predicates } from './predicates';

/** How a query is served. `from`, `where` and `params` are SQL over `i` (index entries) and `d` (documents). */
export interface Plan {
  /** Name of the index, `_id_` for the primary key, `$natural` for a scan of the collection. */
  index: string;
  from: string;
  where: string;
  params: Key[];
  orderBy: string;
  /** The rows come in the order asked for. */
  sorted: boolean;
  /** The rows are exactly the answer: no document needs testing. */
  exact: boolean;
  /** A document may come twice. */
  multikey: boolean;
  /** Fields narrowed by the index, for `explain`. */
  uses: string[];
}

interface Candidate extends Plan {
  score: number;
}

/** Chooses the index that narrows most; among equals the one that also sorts. */
export function planQuery(collection: Collection, predicates: Predicates, sort: SortSpec | undefined): Plan {
  let best: Candidate = natural(collection, predicates, sort);
  const byId = planById(collection, predicates, sort);
  if (byId && byId.score > best.score) best = byId;
  for (const index of collection.indexes) {
    const candidate = planByIndex(collection, index, predicates, sort);
    if (candidate && candidate.score > best.score) best = candidate;
  }
  return best;
}

function natural(collection: Collection, predicates: Predicates, sort: SortSpec | undefined): Candidate {
  const unsorted = !sort || Object.keys(sort).length === 0;
  return {
    index: '$natural',
    from: `${collection.table} d`,
    where: '',
    params: [],
    orderBy: 'ORDER BY d.seq',
    sorted: unsorted,
    exact: predicates.complete && predicates.fields.size === 0,
    multikey: false,
    uses: [],
    score: unsorted ? 1 : 0,
  };
}

function planById(
  collection: Collection,
  predicates: Predicates,
  sort: SortSpec | undefined,
): Candidate | undefined {
  const predicate = predicates.fields.get('_id');
  const direction = sort && Object.keys(sort)[0] === '_id' ? sort._id : undefined;
  if (!predicate && !direction) return undefined;
  const clause = predicate ? sqlFor('d.id', predicate) : { sql: '', params: [] };
  const single = predicate?.oneOf?.length === 1;
  return {
    index: '_id_',
    from: `${collection.table} d`,
    where: clause.sql,
    params: clause.params,
    orderBy: direction ? `ORDER BY d.id ${direction === 1 ? 'ASC' : 'DESC'}` : '',
    sorted: single || direction !== undefined || !sort || Object.keys(sort).length === 0,
    exact: predicates.complete && predicates.fields.size <= (predicate ? 1 : 0) && (predicate?.exact ?? true),
    multikey: false,
    uses: predicate ? ['_id'] : [],
    score: single ? 10_000 : (predicate?.oneOf ? 900 : predicate ? 60 : 0) + (direction ? 30 : 0),
  };
}

function planByIndex(
  collection: Collection,
  index: Index,
  predicates: Predicates,
  sort: SortSpec | undefined,
): Candidate | undefined {
  const { fields } = index.shape;
  const clauses: string[] = [];
  const params: Key[] = [];
  const uses: string[] = [];
  let score = 0;
  let equalFields = 0;
  let exact = true;
  for (const [n, field] of fields.entries()) {
    const predicate = predicates.fields.get(field.path);
    if (!predicate) break;
    const clause = sqlFor(`i.k${n}`, predicate, index.multikey);
    clauses.push(clause.sql);
    params.push(...clause.params);
    uses.push(field.path);
    exact &&= predicate.exact && !clause.loosened;
    score += clause.use === 'equal' ? 100 : clause.use === 'in' ? 90 : 50;
    if (clause.use === 'range') break;
    if (clause.use === 'equal' && equalFields === n) equalFields++;
  }
  // A sparse index lacks documents: only a condition on its first field proves that none of them is wanted.
  if (index.shape.sparse && (uses.length === 0 || !exact)) return undefined;
  const order = index.multikey ? undefined : orderServed(index, equalFields, sort);
  if (uses.length === 0 && !order) return undefined;
  if (order) score += 30;
  if (index.shape.unique && equalFields === fields.length) score += 1000;
  return {
    index: index.shape.name,
    from: `${index.table} i CROSS JOIN ${collection.table} d ON d.seq = i.seq`,
    where: clauses.join(' AND '),
    params,
    orderBy: order ?? '',
    sorted: order !== undefined || !sort || Object.keys(sort).length === 0,
    // Entries of two arrays are combined freely, so one of them may match what no single member does.
    exact:
      exact &&
      predicates.complete &&
      uses.length === predicates.fields.size &&
      !(index.multikey && uses.length > 1),
    multikey: index.multikey,
    uses,
    score,
  };
}

/** The ORDER BY that the index yields by itself, when the sort follows its fields (all as declared, or all reversed). */
function orderServed(index: Index, equalFields: number, sort: SortSpec | undefined): string | undefined {
  if (!sort) return undefined;
  const fixed = new Set(index.shape.fields.slice(0, equalFields).map((field) => field.path));
  const wanted = Object.entries(sort).filter(([path]) => !fixed.has(path));
  const terms: string[] = [];
  let reversed: boolean | undefined;
  for (const [n, [path, direction]] of wanted.entries()) {
    const field = index.shape.fields[equalFields + n];
    if (!field || field.path !== path) return undefined;
    const against = field.descending !== (direction === -1);
    if (reversed !== undefined && reversed !== against) return undefined;
    reversed = against;
    terms.push(`i.k${equalFields + n} ${direction === 1 ? 'ASC' : 'DESC'}`);
  }
  if (terms.length === 0) return '';
  // The remaining fields keep the walk along the index going, so that SQLite needs no sorter for ties.
  for (const [n, field] of index.shape.fields.entries()) {
    if (n >= equalFields + wanted.length)
      terms.push(`i.k${n} ${field.descending !== reversed ? 'DESC' : 'ASC'}`);
  }
  return `ORDER BY ${terms.join(', ')}, i.seq ${reversed ? 'DESC' : 'ASC'}`;
}

interface Clause {
  sql: string;
  params: Key[];
  use: 'equal' | 'in' | 'range';
  /** Less was asked of the index than the predicate says. */
  loosened: boolean;
}

function sqlFor(column: string, predicate: Predicate, multikey = false): Clause {
  if (predicate.oneOf) {
    const keys = predicate.oneOf;
    if (keys.length === 1) return { sql: `${column} = ?`, params: keys, use: 'equal', loosened: false };
    if (keys.length === 0) return { sql: '0', params: [], use: 'in', loosened: false };
    // A list of a thousand would be a new statement per length: pad to the next power of two with a repeated key.
    const padded = [...keys];
    while (padded.length & (padded.length - 1)) padded.push(keys[0]!);
    return {
      sql: `${column} IN (${padded.map(() => '?').join(',')})`,
      params: padded,
      use: 'in',
      loosened: false,
    };
  }
  const parts: string[] = [];
  const params: Key[] = [];
  const { from, to } = predicate;
  if (from) {
    parts.push(`${column} ${from.inclusive ? '>=' : '>'} ?`);
    params.push(from.key);
  }
  const loosened = multikey && predicate.merged === true;
  if (to && !loosened) {
    parts.push(`${column} ${to.inclusive ? '<=' : '<'} ?`);
    params.push(to.key);
  }
  return { sql: parts.join(' AND '), params, use: 'range', loosened };
}
