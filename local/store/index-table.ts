import { duplicateKey } from '../errors';
import type { Doc } from './document';
import { parseDoc } from './ejson';
import { entriesOf } from './entries';
import { quote } from './identifier';
import type { IndexShape } from './indexes';
import { type Key, keyText, NULL_KEY } from './key';
import type { Sqlite } from './sqlite';

/** One declared index as a table of keys: one row per entry, several per document when an array is indexed. */
export interface Index {
  readonly shape: IndexShape;
  readonly table: string;
  /** Once true, a document may appear twice in a scan, and order by key is not order by value. */
  readonly multikey: boolean;
  add(seq: number, doc: Doc): void;
  move(seq: number, before: Doc, after: Doc): void;
  drop(seq: number, doc: Doc): void;
  clear(): void;
}

function tableName(collection: string, index: string): string {
  return quote(`i_${collection}.${index}`);
}

export function dropIndex(sqlite: Sqlite, collection: string, index: string): void {
  sqlite.exec(`DROP TABLE IF EXISTS ${tableName(collection, index)}`);
  sqlite.statement('DELETE FROM cloud_indexes WHERE collection = ? AND name = ?').run(collection, index);
}

/** Opens the index, building it from the documents when its declaration is new or has changed. */
export function openIndex(sqlite: Sqlite, collection: string, documents: string, shape: IndexShape): Index {
  const declared = JSON.stringify(shape);
  const known = sqlite
    .statement('SELECT declaration, multikey FROM cloud_indexes WHERE collection = ? AND name = ?')
    .get(collection, shape.name) as [string, number] | undefined;
  if (known && known[0] === declared) return indexOver(sqlite, collection, shape, known[1] === 1);

  dropIndex(sqlite, collection, shape.name);
  const columns = shape.fields.map((_, n) => `k${n} NOT NULL`).join(', ');
  const order = shape.fields.map((field, n) => `k${n}${field.descending ? ' DESC' : ''}`).join(', ');
  sqlite.exec(
    `CREATE TABLE ${tableName(collection, shape.name)} (${columns}, seq INTEGER NOT NULL, PRIMARY KEY (${order}, seq)) WITHOUT ROWID`,
  );
  sqlite
    .statement('INSERT INTO cloud_indexes (collection, name, declaration, multikey) VALUES (?, ?, ?, 0)')
    .run(collection, shape.name, declared);
  const index = indexOver(sqlite, collection, shape, false);
  const page = sqlite.statement(`SELECT seq, doc FROM ${documents} WHERE seq > ? ORDER BY seq LIMIT 1000`);
  for (let last = 0; ; ) {
    const rows = page.all(last) as [number, string][];
    for (const [seq, text] of rows) index.add(seq, parseDoc(text));
    if (rows.length < 1000) return index;
    last = rows.at(-1)![0];
  }
}

function indexOver(sqlite: Sqlite, collection: string, shape: IndexShape, wasMultikey: boolean): Index {
  const table = tableName(collection, shape.name);
  const paths = shape.fields.map((field) => field.parts);
  const equal = shape.fields.map((_, n) => `k${n} = ?`).join(' AND ');
  const insert = `INSERT OR IGNORE INTO ${table} VALUES (${shape.fields.map(() => '?').join(', ')}, ?)`;
  const remove = `DELETE FROM ${table} WHERE ${equal} AND seq = ?`;
  const rival = `SELECT seq FROM ${table} WHERE ${equal} AND seq <> ? LIMIT 1`;
  let multikey = wasMultikey;

  function rowsOf(doc: Doc): Key[][] {
    const entries = entriesOf(doc, paths, shape.sparse);
    if (entries.multikey && !multikey) {
      multikey = true;
      sqlite
        .statement('UPDATE cloud_indexes SET multikey = 1 WHERE collection = ? AND name = ?')
        .run(collection, shape.name);
    }
    return entries.rows;
  }

  function put(row: Key[], seq: number): void {
    if (shape.unique && sqlite.statement(rival).get(...row, seq)) {
      throw duplicateKey(collection, shape.name, row.map(shownKey).join(', '));
    }
    sqlite.statement(insert).run(...row, seq);
  }

  return {
    shape,
    table,
    get multikey() {
      return multikey;
    },
    add(seq, doc) {
      for (const row of rowsOf(doc)) put(row, seq);
    },
    move(seq, before, after) {
      const gone = new Map(rowsOf(before).map((row) => [row.map(keyText).join('|'), row]));
      const fresh = rowsOf(after).filter((row) => !gone.delete(row.map(keyText).join('|')));
      for (const row of gone.values()) sqlite.statement(remove).run(...row, seq);
      for (const row of fresh) put(row, seq);
    },
    drop(seq, doc) {
      for (const row of rowsOf(doc)) sqlite.statement(remove).run(...row, seq);
    },
    clear: () => sqlite.exec(`DELETE FROM ${table}`),
  };
}

function shownKey(key: Key): string {
  if (key === NULL_KEY) return 'null';
  return typeof key === 'object' ? `0x${key.toString('hex')}` : JSON.stringify(key);
}
