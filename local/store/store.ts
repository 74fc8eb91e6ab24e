import { join } from 'node:path';
import { collectionMissing, PlatformError } from '../errors';
import { aggregate, type Stage } from './aggregation';
import { type Collection, openCollection } from './collection';
import type { Doc, Filter, SortSpec } from './document';
import { parseDoc } from './ejson';
import { type IndexDeclarations, shapeOf } from './indexes';
import { countRows, docOf, type FindOptions, type FindReport, findRows, SCAN_WARNING } from './query';
import { openSqlite, type Sqlite } from './sqlite';
import { applyPending, direct, type Target, transactional } from './target';
import { openTransactions } from './transaction';
import {
  insertAll,
  type Modified,
  type ModifyRequest,
  modifyAll,
  modifyAndReturn,
  removeAll,
} from './writes';

export interface Store {
  collections(): string[];
  createCollection(name: string): void;
  find(collection: string, options?: FindOptions): Doc[];
  /** As `find`, without parsing what need not be parsed. */
  findTexts(collection: string, options: FindOptions, transactionId?: string): string[];
  count(collection: string, filter?: Filter): number;
  aggregate(collection: string, pipeline: Stage[]): Doc[];
  insert(collection: string, docs: Doc[], transactionId?: string): unknown[];
  /** Many documents in one transaction, for seeding. Returns how many. */
  bulkInsert(collection: string, docs: Iterable<Doc>): number;
  modify(collection: string, request: ModifyRequest, transactionId?: string): Modified;
  modifyAndReturn(
    collection: string,
    filter: Filter,
    data: Record<string, unknown>,
    sort?: SortSpec,
    transactionId?: string,
  ): { updated: number; doc: Doc | null };
  remove(collection: string, filter: Filter, multi: boolean, transactionId?: string): number;
  explain(
    collection: string,
    options: FindOptions,
  ): { index: string; uses: string[]; sorted: boolean; exact: boolean; scanned: number; found: number };
  startTransaction(): string;
  commitTransaction(id: string): void;
  abortTransaction(id: string): void;
  /** Texts of a whole collection in order of insertion. */
  texts(collection: string): Generator<string>;
  /** Empties all collections. */
  clear(): void;
  /** Small facts of the cloud itself (clock, timers), kept beside the documents and just as durable. */
  getFact<T>(name: string): T | undefined;
  setFact(name: string, value: unknown): void;
  /** Resolves when everything written so far is on disk. Nothing is acknowledged before. */
  settled(): Promise<void>;
  /** For the cloud's other tables (messages, consents, files), in the same file. */
  readonly sqlite: Sqlite;
  close(): void;
}

export interface StoreOptions {
  dataDir: string;
  indexes: IndexDeclarations;
  durable: boolean;
  log: (line: string) => void;
}

const SCHEMA = `
CREATE TABLE IF NOT EXISTS cloud_collections (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cloud_indexes (collection TEXT, name TEXT, declaration TEXT NOT NULL, multikey INTEGER NOT NULL, PRIMARY KEY (collection, name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cloud_facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

export function openStore(options: StoreOptions): Store {
  const sqlite = openSqlite(join(options.dataDir, 'cloud.sqlite'), options.durable);
  sqlite.write(() => sqlite.exec(SCHEMA));
  const transactions = openTransactions();
  const collections = openCollections(sqlite, options.indexes, transactions.changed);
  const need = (name: string): Collection => {
    const found = collections.get(name);
    if (!found) throw collectionMissing(name);
    return found;
  };
  const warn = (name: string, filter: Filter | undefined) => (report: FindReport) => {
    if (report.scanned > SCAN_WARNING)
      options.log(
        `slow query: ${name} read ${report.scanned} documents by ${report.plan.index} for ${shapeText(filter ?? {})}`,
      );
  };
  const target = (name: string, transactionId: string | undefined, filter?: Filter): Target =>
    transactionId
      ? transactional(sqlite, need(name), transactions, transactions.get(transactionId))
      : direct(sqlite, need(name), warn(name, filter));
  const find = (name: string, query: FindOptions = {}): Doc[] =>
    findRows(sqlite, need(name), query, warn(name, query.filter)).map(docOf);

  return {
    sqlite,
    collections: () => [...collections.keys()].sort(),
    createCollection(name) {
      if (collections.has(name))
        throw new PlatformError('DATABASE_COLLECTION_ALREADY_EXIST', `Table exist: ${name}`);
      sqlite.write(() =>
        collections.set(name, createCollection(sqlite, name, options.indexes, transactions.changed)),
      );
    },
    find,
    findTexts: (name, query, transactionId) =>
      target(name, transactionId, query.filter)
        .find(query)
        .map((found) => found.text),
    count: (name, filter = {}) => countRows(sqlite, need(name), filter, warn(name, filter)),
    aggregate: (name, pipeline) => aggregate(find, name, pipeline),
    insert: (name, docs, transactionId) => sqlite.write(() => insertAll(target(name, transactionId), docs)),
    bulkInsert: (name, docs) => sqlite.write(() => insertAll(direct(sqlite, need(name)), docs).length),
    modify: (name, request, transactionId) =>
      sqlite.write(() => modifyAll(target(name, transactionId, request.filter), request)),
    modifyAndReturn: (name, filter, data, sort, transactionId) =>
      sqlite.write(() => modifyAndReturn(target(name, transactionId, filter), filter, data, sort)),
    remove: (name, filter, multi, transactionId) =>
      sqlite.write(() => removeAll(target(name, transactionId, filter), filter, multi)),
    explain(name, query) {
      let seen: FindReport | undefined;
      const found = findRows(sqlite, need(name), query, (report) => {
        seen = report;
      }).length;
      const { index, uses, sorted, exact } = seen!.plan;
      return { index, uses, sorted, exact, scanned: seen!.scanned, found };
    },
    startTransaction: () => transactions.start().id,
    commitTransaction(id) {
      const transaction = transactions.get(id);
      sqlite.write(() => {
        transactions.check(transaction);
        transactions.end(transaction);
        for (const [name, writes] of transaction.writes) applyPending(need(name), writes.values(), parseDoc);
      });
    },
    abortTransaction: (id) => transactions.end(transactions.get(id)),
    *texts(name) {
      yield* textsOf(sqlite, need(name));
    },
    clear() {
      sqlite.write(() => {
        for (const collection of collections.values()) collection.clear();
      });
    },
    getFact<T>(name: string) {
      const row = sqlite.statement('SELECT value FROM cloud_facts WHERE name = ?').get(name) as
        | [string]
        | undefined;
      return row && (JSON.parse(row[0]) as T);
    },
    setFact(name, value) {
      sqlite.write(() =>
        sqlite.statement('INSERT OR REPLACE INTO cloud_facts VALUES (?, ?)').run(name, JSON.stringify(value)),
      );
    },
    settled: sqlite.settled,
    close: sqlite.close,
  };
}

type Changed = Parameters<typeof openCollection>[3];

/** Every collection that is declared or was created before exists; any other is refused, as on the platform. */
function openCollections(
  sqlite: Sqlite,
  declared: IndexDeclarations,
  changed: Changed,
): Map<string, Collection> {
  const known = sqlite.statement('SELECT name FROM cloud_collections').all() as [string][];
  const names = new Set([...known.map(([name]) => name), ...Object.keys(declared)]);
  return sqlite.write(
    () => new Map([...names].map((name) => [name, createCollection(sqlite, name, declared, changed)])),
  );
}

function createCollection(
  sqlite: Sqlite,
  name: string,
  declared: IndexDeclarations,
  changed: Changed,
): Collection {
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name))
    throw new PlatformError('INVALID_PARAM', `invalid collection name: ${JSON.stringify(name)}`);
  sqlite.statement('INSERT OR IGNORE INTO cloud_collections VALUES (?)').run(name);
  return openCollection(sqlite, name, (declared[name] ?? []).map(shapeOf), changed);
}

function* textsOf(sqlite: Sqlite, collection: Collection): Generator<string> {
  const page = sqlite.statement(
    `SELECT seq, doc FROM ${collection.table} WHERE seq > ? ORDER BY seq LIMIT 500`,
  );
  for (let last = 0; ; ) {
    const rows = page.all(last) as [number, string][];
    for (const [, text] of rows) yield text;
    if (rows.length < 500) return;
    last = rows.at(-1)![0];
  }
}

/** A filter with its values left out, for the log. */
function shapeText(filter: Filter): string {
  return JSON.stringify(filter, (_key, value: unknown) =>
    value === null || typeof value !== 'object' ? '?' : value,
  );
}
