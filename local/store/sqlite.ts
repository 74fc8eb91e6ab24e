import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';

/** Marks the file as this cloud's: one with another application id is somebody else's and is never written to. */
const APPLICATION_ID = 0x59694c43;
const FORMAT = 1;

export interface Statement {
  run(...params: unknown[]): { changes: number; lastInsertRowid: number | bigint };
  get(...params: unknown[]): unknown;
  /** Rows as arrays of columns. */
  all(...params: unknown[]): unknown[][];
}

export interface Sqlite {
  statement(sql: string): Statement;
  exec(sql: string): void;
  /**
   * Runs `change` at once and alone: it lands completely or not at all. Changes of one turn of the event loop share a
   * commit, so wait for `settled()` before telling anybody.
   */
  write<T>(change: () => T): T;
  /** Resolves when everything written so far is on disk. */
  settled(): Promise<void>;
  close(): void;
}

export function openSqlite(file: string, durable: boolean): Sqlite {
  mkdirSync(dirname(file), { recursive: true });
  const database = openFile(file, durable);
  const cache = new Map<string, Statement>();
  const commits = groupCommit(database);
  return {
    statement(sql) {
      let found = cache.get(sql);
      if (!found) {
        found = prepare(database, sql);
        cache.set(sql, found);
      }
      return found;
    },
    exec: (sql) => void database.exec(sql),
    write: commits.write,
    settled: commits.settled,
    close() {
      commits.flush();
      cache.clear();
      release(database);
    },
  };
}

/**
 * Parameters always go as one array: libsql takes a lone object, such as a blob, for named parameters and aborts the process.
 */
function prepare(database: Database.Database, sql: string): Statement {
  const prepared = database.prepare(sql);
  const statement = /^\s*SELECT/i.test(sql) ? prepared.raw(true) : prepared;
  return {
    run: (...params) => statement.run(params),
    get: (...params) => statement.get(params),
    all: (...params) => statement.all(params) as unknown[][],
  };
}

/**
 * synchronous=FULL in WAL mode syncs the log at every commit: an acknowledged write survives SIGKILL and loss of power.
 * NORMAL (durable: false) survives SIGKILL only. Exclusive locking keeps a second process from running the same timers.
 */
function openFile(file: string, durable: boolean): Database.Database {
  const known = existsSync(file);
  try {
    const database = new Database(file);
    if (known) refuseForeign(database, file);
    database.exec('PRAGMA locking_mode=EXCLUSIVE');
    database.exec('PRAGMA journal_mode=WAL');
    database.exec(`PRAGMA synchronous=${durable ? 'FULL' : 'NORMAL'}`);
    database.exec('PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY');
    // Reads come from the mapped file: without it a document outside the 64 MB cache costs a system call and a copy, and
    // 20 documents of a million cost 1.7 times what they cost of ten thousand; with it 1.2 times (test/bench/cloud.ts).
    database.exec('PRAGMA mmap_size=4294967296');
    database.exec(`PRAGMA application_id=${APPLICATION_ID}; PRAGMA user_version=${FORMAT};`);
    return database;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (reason.startsWith('cloud:')) throw error;
    if (/locked|busy/i.test(reason))
      throw new Error(`cloud: ${file} is in use by another process; stop it, or choose another data folder.`);
    throw new Error(
      `cloud: ${file} cannot be opened (${reason}). Nothing was changed. Move it away to start empty, or put a copy back.`,
    );
  }
}

/** Statements that wait for the garbage collector keep the connection half open, so the lock is given back by hand. */
function release(database: Database.Database): void {
  database.exec('PRAGMA journal_mode=DELETE');
  database.exec('PRAGMA locking_mode=NORMAL');
  database.prepare('SELECT count(*) FROM sqlite_master').get();
  database.close();
}

function refuseForeign(database: Database.Database, file: string): void {
  const id = pragma(database, 'application_id');
  const tables = Number(
    (database.prepare('SELECT count(*) AS n FROM sqlite_master').get() as { n: number }).n,
  );
  if (id !== APPLICATION_ID && (id !== 0 || tables > 0)) {
    throw new Error(`cloud: ${file} is a database of another program. Choose another data folder.`);
  }
  const version = pragma(database, 'user_version');
  if (version > FORMAT) {
    throw new Error(
      `cloud: ${file} was written by a newer version (format ${version}). Update, or choose another data folder.`,
    );
  }
}

function pragma(database: Database.Database, name: string): number {
  return Number((database.prepare(`PRAGMA ${name}`).get() as Record<string, unknown>)[name]);
}

function groupCommit(database: Database.Database) {
  let open: { done: Promise<void>; resolve: () => void; reject: (error: unknown) => void } | undefined;

  function flush(): void {
    const current = open;
    if (!current) return;
    open = undefined;
    try {
      database.exec('COMMIT');
      current.resolve();
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK');
      current.reject(error);
    }
  }

  function begin(): void {
    if (open) return;
    database.exec('BEGIN IMMEDIATE');
    const { promise, resolve, reject } = withResolvers();
    promise.catch(() => undefined);
    open = { done: promise, resolve, reject };
    setImmediate(flush);
  }

  function write<T>(change: () => T): T {
    begin();
    database.exec('SAVEPOINT change');
    try {
      const result = change();
      database.exec('RELEASE change');
      return result;
    } catch (error) {
      database.exec('ROLLBACK TO change; RELEASE change');
      throw error;
    }
  }

  return { write, flush, settled: () => open?.done ?? Promise.resolve() };
}

function withResolvers() {
  let resolve: () => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<void>((onDone, onError) => {
    resolve = onDone;
    reject = onError;
  });
  return { promise, resolve, reject };
}
