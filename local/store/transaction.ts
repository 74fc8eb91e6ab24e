import { randomUUID } from 'node:crypto';
import { PlatformError } from '../errors';
import type { Doc, Filter } from './document';
import { parseDoc } from './ejson';
import { keyOf, keyText } from './key';
import { testOf } from './query';

/** "Transaction must be committed or aborted within 30 seconds" (https://docs.cloudbase.net/error-code/DATABASE_TRANSACTION_FAIL). */
const LIFETIME_MS = 30_000;

interface Change {
  at: number;
  collection: string;
  key: string;
  before: string | null;
  after: string | null;
}

/** What a transaction has written and not yet committed. `null` removes. */
export interface Pending {
  id: unknown;
  text: string | null;
}

export interface Transaction {
  readonly id: string;
  readonly startedAt: number;
  readonly writes: Map<string, Map<string, Pending>>;
  readonly reads: { collection: string; filter: Filter }[];
  readonly expires: number;
}

/** The world as one transaction sees it: texts that differ from what the tables hold now. */
export type Overlay = Map<string, Pending>;

export interface Transactions {
  start(): Transaction;
  get(id: string): Transaction;
  /** Snapshot of the start, then the transaction's own writes. */
  overlay(transaction: Transaction, collection: string): Overlay;
  write(transaction: Transaction, collection: string, pending: Pending): void;
  /** Throws the conflict when anything read or written has changed since the start. */
  check(transaction: Transaction): void;
  end(transaction: Transaction): void;
  /** To be told of every committed change. */
  changed(collection: string, id: unknown, before: string | null, after: string | null): void;
}

export function openTransactions(): Transactions {
  const active = new Map<string, Transaction>();
  let log: Change[] = [];
  let counter = 0;

  function expire(): void {
    for (const transaction of active.values()) if (transaction.expires < performance.now()) end(transaction);
  }

  function end(transaction: Transaction): void {
    active.delete(transaction.id);
    const oldest = Math.min(...[...active.values()].map((other) => other.startedAt));
    log = active.size === 0 ? [] : log.filter((change) => change.at > oldest);
  }

  function since(transaction: Transaction, collection: string): Change[] {
    return log.filter((change) => change.at > transaction.startedAt && change.collection === collection);
  }

  function fail(transaction: Transaction): never {
    end(transaction);
    throw new PlatformError(
      'DATABASE_TRANSACTION_CONFLICT',
      '[OperationFailed.Transaction] Transaction is conflict, maybe resource is being modified, please retry.',
    );
  }

  return {
    start() {
      expire();
      const transaction = {
        id: randomUUID(),
        startedAt: counter,
        writes: new Map(),
        reads: [],
        expires: performance.now() + LIFETIME_MS,
      };
      active.set(transaction.id, transaction);
      return transaction;
    },
    get(id) {
      expire();
      const found = active.get(id);
      if (!found)
        throw new PlatformError(
          'DATABASE_TRANSACTION_FAIL',
          '[OperationFailed.Transaction] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
        );
      return found;
    },
    overlay(transaction, collection) {
      const overlay: Overlay = new Map();
      for (const change of since(transaction, collection)) {
        if (!overlay.has(change.key)) overlay.set(change.key, { id: undefined, text: change.before });
      }
      for (const [key, pending] of transaction.writes.get(collection) ?? []) overlay.set(key, pending);
      return overlay;
    },
    write(transaction, collection, pending) {
      const key = keyText(keyOf(pending.id));
      const taken = [...active.values()].some(
        (other) => other !== transaction && other.writes.get(collection)?.has(key),
      );
      if (taken || since(transaction, collection).some((change) => change.key === key)) fail(transaction);
      const writes = transaction.writes.get(collection) ?? new Map<string, Pending>();
      transaction.writes.set(collection, writes.set(key, pending));
    },
    check(transaction) {
      for (const [collection, writes] of transaction.writes) {
        if (since(transaction, collection).some((change) => writes.has(change.key))) fail(transaction);
      }
      // Reads are checked too, phantoms included: stricter than MongoDB's snapshots, so that what commits is serialisable.
      for (const { collection, filter } of transaction.reads) {
        const test = testOf(filter);
        const touches = (text: string | null) => text !== null && test(parseDoc(text) satisfies Doc);
        if (since(transaction, collection).some((change) => touches(change.before) || touches(change.after)))
          fail(transaction);
      }
    },
    end,
    changed(collection, id, before, after) {
      if (active.size === 0) return;
      log.push({ at: ++counter, collection, key: keyText(keyOf(id)), before, after });
    },
  };
}
