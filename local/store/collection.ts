import { databaseFailed, duplicateKey } from '../errors';
import type { Doc } from './document';
import { stringify } from './ejson';
import { quote } from './identifier';
import { dropIndex, type Index, openIndex } from './index-table';
import type { IndexShape } from './indexes';
import { type Key, keyOf } from './key';
import type { Sqlite } from './sqlite';

export interface Row {
  seq: number;
  text: string;
}

/** Told of every change, so that open transactions can see the past. `null` means: no such document. */
export type ChangeListener = (
  collection: string,
  id: unknown,
  before: string | null,
  after: string | null,
) => void;

/** One collection: a table of texts in order of insertion, and one table of keys per declared index. */
export interface Collection {
  readonly name: string;
  readonly table: string;
  readonly indexes: Index[];
  byId(id: unknown): Row | undefined;
  insert(doc: Doc): void;
  /** @param text of `after`, where it has been written out already */
  replace(row: Row, before: Doc, after: Doc, text?: string): void;
  remove(row: Row, doc: Doc): void;
  count(): number;
  clear(): void;
}

/** 16 MB is MongoDB's limit for one document. */
const MAX_DOCUMENT = 16 * 1024 * 1024;

export function openCollection(
  sqlite: Sqlite,
  name: string,
  shapes: IndexShape[],
  changed: ChangeListener,
): Collection {
  const table = quote(`c_${name}`);
  sqlite.exec(
    `CREATE TABLE IF NOT EXISTS ${table} (seq INTEGER PRIMARY KEY, id NOT NULL UNIQUE, doc TEXT NOT NULL)`,
  );
  const indexes = shapes.map((shape) => openIndex(sqlite, name, table, shape));
  dropUndeclared(sqlite, name, indexes);

  const selectById = `SELECT seq, doc FROM ${table} WHERE id = ?`;
  const insertRow = `INSERT INTO ${table} (id, doc) VALUES (?, ?)`;
  const updateRow = `UPDATE ${table} SET doc = ? WHERE seq = ?`;
  const deleteRow = `DELETE FROM ${table} WHERE seq = ?`;

  function byId(id: unknown): Row | undefined {
    const found = sqlite.statement(selectById).get(keyOf(id)) as [number, string] | undefined;
    return found && { seq: found[0], text: found[1] };
  }

  return {
    name,
    table,
    indexes,
    byId,
    insert(doc) {
      const id: Key = keyOf(doc._id);
      if (byId(doc._id)) throw duplicateKey(name, '_id_', JSON.stringify(doc._id));
      const text = checkedText(doc);
      const seq = Number(sqlite.statement(insertRow).run(id, text).lastInsertRowid);
      for (const index of indexes) index.add(seq, doc);
      changed(name, doc._id, null, text);
    },
    replace(row, before, after, written) {
      const text = checkedText(after, written);
      for (const index of indexes) index.move(row.seq, before, after);
      sqlite.statement(updateRow).run(text, row.seq);
      changed(name, before._id, row.text, text);
    },
    remove(row, doc) {
      for (const index of indexes) index.drop(row.seq, doc);
      sqlite.statement(deleteRow).run(row.seq);
      changed(name, doc._id, row.text, null);
    },
    count: () => Number((sqlite.statement(`SELECT count(*) FROM ${table}`).get() as [number])[0]),
    clear() {
      for (const index of indexes) index.clear();
      sqlite.exec(`DELETE FROM ${table}`);
    },
  };
}

function checkedText(doc: Doc, text = stringify(doc)): string {
  if (text.length > MAX_DOCUMENT)
    throw databaseFailed(`document is too large: ${text.length} bytes, limit is ${MAX_DOCUMENT}`);
  return text;
}

function dropUndeclared(sqlite: Sqlite, name: string, indexes: Index[]): void {
  const kept = new Set(indexes.map((index) => index.shape.name));
  const known = sqlite.statement('SELECT name FROM cloud_indexes WHERE collection = ?').all(name) as [
    string,
  ][];
  for (const [index] of known) if (!kept.has(index)) dropIndex(sqlite, name, index);
}
