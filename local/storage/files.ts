import { createHash, randomBytes } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  linkSync,
  mkdirSync,
  type ReadStream,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { PlatformError } from '../errors';
import type { Sqlite } from '../store/sqlite';

export interface StoredFile {
  path: string;
  size: number;
  contentType: string;
  /** ms of the moved clock. */
  at: number;
}

/**
 * Cloud storage. Names live in the database, contents in files named by a random key, so that no name that anybody
 * can think of reaches anything outside the folder.
 */
export interface FileStore {
  prepareUpload(path: string): { fileId: string; ticket: string };
  /** Takes the contents for a ticket; each ticket works once. */
  upload(ticket: string, contents: Buffer, contentType: string): void;
  /** A temporary address below this cloud's own, or `undefined` when there is no such file. */
  link(fileId: string, maxAgeSeconds?: number): string | undefined;
  /** The file behind a temporary address, when it has not expired. */
  open(
    name: string,
    expires: string,
    signature: string,
  ): { file: StoredFile; read: () => ReadStream } | undefined;
  remove(fileId: string): boolean;
  copy(from: string, to: string, overwrite: boolean, removeOriginal: boolean): string;
  list(): StoredFile[];
  /** For export and import. */
  contents(path: string): Buffer;
  put(path: string, contents: Buffer, contentType: string): void;
  /** Removes contents that no name leads to. */
  sweep(): void;
  clear(): void;
}

const TICKET_MS = 15 * 60_000;
const SCHEMA =
  'CREATE TABLE IF NOT EXISTS cloud_files (path TEXT PRIMARY KEY, key TEXT NOT NULL, size INTEGER NOT NULL, type TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID';

type FileRow = [path: string, key: string, size: number, type: string, at: number];

export function openFiles(sqlite: Sqlite, dir: string, envId: string, now: () => number): FileStore {
  sqlite.write(() => sqlite.exec(SCHEMA));
  mkdirSync(dir, { recursive: true });
  const prefix = `cloud://${envId}.${envId}-bucket/`;
  const secret = randomBytes(16).toString('hex');
  const tickets = new Map<string, { path: string; until: number }>();

  const rowAt = (path: string) =>
    sqlite.statement('SELECT path, key, size, type, at FROM cloud_files WHERE path = ?').get(path) as
      | FileRow
      | undefined;
  const rowOf = (fileId: string) =>
    fileId.startsWith(prefix) ? rowAt(fileId.slice(prefix.length)) : undefined;
  const sign = (path: string, expires: string) =>
    createHash('sha256').update(`${secret}\n${path}\n${expires}`).digest('hex').slice(0, 32);

  function record(path: string, key: string, size: number, type: string): void {
    const old = rowAt(path);
    sqlite.write(() =>
      sqlite
        .statement('INSERT OR REPLACE INTO cloud_files VALUES (?, ?, ?, ?, ?)')
        .run(path, key, size, type, now()),
    );
    if (old && old[1] !== key) discard(old[1]);
  }

  /**
   * Contents go only when the row that named them is gone from the disk: a kill, or a change that is undone, must not
   * leave a name without contents.
   */
  function discard(key: string): void {
    sqlite.settled().then(
      () => {
        if (!referenced(key)) rmSync(join(dir, key), { force: true });
      },
      () => undefined,
    );
  }

  const referenced = (key: string) =>
    sqlite.statement('SELECT 1 FROM cloud_files WHERE key = ?').get(key) !== undefined;

  /** What no row names: left by a kill between contents and row, or by an import that was undone. */
  function sweep(): void {
    for (const name of readdirSync(dir)) if (!referenced(name)) rmSync(join(dir, name), { force: true });
  }

  function put(path: string, contents: Buffer, contentType: string): void {
    const key = randomBytes(16).toString('hex');
    // Acknowledged contents survive a loss of power, as rows do.
    writeFileSync(join(dir, `${key}.part`), contents, { flush: true });
    renameSync(join(dir, `${key}.part`), join(dir, key));
    record(path, key, contents.length, contentType);
  }

  function removeRow(row: FileRow): void {
    sqlite.write(() => sqlite.statement('DELETE FROM cloud_files WHERE path = ?').run(row[0]));
    discard(row[1]);
  }

  sweep();
  return {
    prepareUpload(path) {
      const clean = checkedPath(path);
      const ticket = randomBytes(16).toString('hex');
      for (const [old, { until }] of tickets) if (until < Date.now()) tickets.delete(old);
      tickets.set(ticket, { path: clean, until: Date.now() + TICKET_MS });
      return { fileId: prefix + clean, ticket };
    },
    upload(ticket, contents, contentType) {
      const found = tickets.get(ticket);
      tickets.delete(ticket);
      if (!found || found.until < Date.now())
        throw new PlatformError('STORAGE_REQUEST_FAIL', 'the upload ticket is unknown or has expired');
      put(found.path, contents, contentType);
    },
    link(fileId, maxAgeSeconds = 7200) {
      const row = rowOf(fileId);
      if (!row) return undefined;
      const expires = String(now() + maxAgeSeconds * 1000);
      // Not encoded, as the platform's are not: the SDK does that itself before it downloads.
      return `/storage/file/${row[0].replace(/[%?#]/g, encodeURIComponent)}?expires=${expires}&sign=${sign(row[0], expires)}`;
    },
    open(name, expires, signature) {
      if (signature !== sign(name, expires) || !(Number(expires) > now())) return undefined;
      const row = rowAt(name);
      if (!row || !existsSync(join(dir, row[1]))) return undefined;
      return { file: fileOf(row), read: () => createReadStream(join(dir, row[1])) };
    },
    remove(fileId) {
      const row = rowOf(fileId);
      if (row) removeRow(row);
      return row !== undefined;
    },
    copy(from, to, overwrite, removeOriginal) {
      const row = rowAt(from);
      const path = checkedPath(to);
      if (!row) throw new PlatformError('STORAGE_FILE_NONEXIST', `no such file: ${from}`);
      if (!overwrite && rowAt(path))
        throw new PlatformError('STORAGE_REQUEST_FAIL', `the file exists: ${to}`);
      const key = randomBytes(16).toString('hex');
      linkSync(join(dir, row[1]), join(dir, key));
      record(path, key, row[2], row[3]);
      if (removeOriginal) removeRow(row);
      return prefix + path;
    },
    list: () =>
      (
        sqlite.statement('SELECT path, key, size, type, at FROM cloud_files ORDER BY path').all() as FileRow[]
      ).map(fileOf),
    contents(path) {
      const row = rowAt(path);
      if (!row) throw new PlatformError('STORAGE_FILE_NONEXIST', `no such file: ${path}`);
      return readFileSync(join(dir, row[1]));
    },
    put: (path, contents, contentType) => put(checkedPath(path), contents, contentType),
    sweep,
    clear() {
      for (const row of sqlite
        .statement('SELECT path, key, size, type, at FROM cloud_files')
        .all() as FileRow[])
        removeRow(row);
    },
  };
}

function fileOf([path, , size, contentType, at]: FileRow): StoredFile {
  return { path, size, contentType, at };
}

/** The platform's rules for `cloudPath`: relative, no empty part, no `..`. */
function checkedPath(path: string): string {
  const parts = path.split('/');
  const bad =
    path.length === 0 ||
    path.length > 1024 ||
    /[\\\0]/.test(path) ||
    parts.some((part) => part === '' || part === '.' || part === '..');
  if (bad)
    throw new PlatformError('INVALID_PARAM', `[InvalidParameter] invalid cloudPath: ${JSON.stringify(path)}`);
  return path;
}
