import { databaseFailed, duplicateKey } from '../errors';
import type { Collection } from './collection';
import type { Doc } from './document';
import { stringify } from './ejson';
import { nearOf } from './geo-operators';
import { keyOf, keyText } from './key';
import { byDistance, docOf, type FindOptions, type Found, findRows, sortRows, testOf } from './query';
import type { Sqlite } from './sqlite';
import type { Transaction, Transactions } from './transaction';

/** Where reads and writes go: straight to a collection, or into a transaction that may yet be rolled back. */
export interface Target {
  readonly collection: string;
  find(options: FindOptions): Found[];
  insert(doc: Doc): void;
  /** @param text of `after`, as stored */
  replace(found: Found, after: Doc, text: string): void;
  remove(found: Found): void;
}

export function direct(
  sqlite: Sqlite,
  collection: Collection,
  report?: Parameters<typeof findRows>[3],
): Target {
  return {
    collection: collection.name,
    find: (options) => findRows(sqlite, collection, options, report),
    insert: (doc) => collection.insert(doc),
    replace: (found, after, text) => collection.replace(found, docOf(found), after, text),
    remove: (found) => collection.remove(found, docOf(found)),
  };
}

export function transactional(
  sqlite: Sqlite,
  collection: Collection,
  transactions: Transactions,
  transaction: Transaction,
): Target {
  const { name } = collection;
  const stage = (id: unknown, text: string | null) => transactions.write(transaction, name, { id, text });

  function find(options: FindOptions): Found[] {
    const filter = options.filter ?? {};
    transaction.reads.push({ collection: name, filter });
    const overlay = transactions.overlay(transaction, name);
    if (overlay.size === 0) return findRows(sqlite, collection, options);
    const stored = findRows(sqlite, collection, { filter }).filter(
      (found) => !overlay.has(keyText(keyOf(docOf(found)._id))),
    );
    const test = testOf(filter);
    for (const pending of overlay.values()) {
      if (pending.text === null) continue;
      const found: Found = { seq: 0, text: pending.text };
      if (test(docOf(found))) stored.push(found);
    }
    const skip = options.skip ?? 0;
    const near = options.sort && Object.keys(options.sort).length > 0 ? undefined : nearOf(filter);
    const ordered = near ? byDistance(stored, near) : sortRows(stored, options.sort ?? {});
    return ordered.slice(skip, skip + (options.limit ?? stored.length));
  }

  return {
    collection: name,
    find,
    insert(doc) {
      if (find({ filter: { _id: doc._id } }).length > 0)
        throw duplicateKey(name, '_id_', JSON.stringify(doc._id));
      stage(doc._id, stringify(doc));
    },
    replace: (found, _after, text) => stage(docOf(found)._id, text),
    remove: (found) => stage(docOf(found)._id, null),
  };
}

/** Applies what a transaction has staged; called inside one write of the store. */
export function applyPending(
  collection: Collection,
  writes: Iterable<{ id: unknown; text: string | null }>,
  decode: (text: string) => Doc,
): void {
  for (const { id, text } of writes) {
    const row = collection.byId(id);
    if (row && text === null) collection.remove(row, decode(row.text));
    else if (row && text !== null) collection.replace(row, decode(row.text), decode(text));
    else if (text !== null) collection.insert(decode(text));
    else if (id === undefined) throw databaseFailed('a document without _id');
  }
}
