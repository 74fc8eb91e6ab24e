import { randomUUID } from 'node:crypto';
import cloudbase from '@cloudbase/node-sdk';
import type { Cloud } from '../../local/cloud';
import { actAsFunction, type Db } from './world';

/**
 * Many clients that behave as clients ought to: each command has an id of its own, which the write carries, and is sent
 * again until it is acknowledged. Whatever the faults do, a command then counts exactly once.
 */
export interface Load {
  commands: number;
  /** Requests that failed or whose answer was lost. */
  failures: number;
  lost: number;
  doubled: number;
  /** Counter and log of commands disagree: an update was half applied, or applied twice. */
  wrongCounters: number;
  /** MB of resident memory, the SQLite cache (at most 64) and the clients included, and of live heap, every two seconds. */
  memory: { resident: number; heap: number }[];
}

export const FAULTS = [
  { service: 'database', kind: 'drop', rate: 0.03 },
  { service: 'database', kind: 'duplicate', rate: 0.03 },
  { service: 'database', kind: 'fail', rate: 0.03, code: 'DATABASE_REQUEST_FAILED' },
  { service: 'database', kind: 'delay', rate: 0.03, ms: 40 },
] as const;

export async function load(cloud: Cloud, clients: number, ms: number): Promise<Load> {
  actAsFunction(cloud.url);
  const db = cloudbase.init({ env: 'local', keepalive: true, timeout: 5000 }).database();
  for (const fault of FAULTS) await setFault(cloud, fault);
  const found: Load = { commands: 0, failures: 0, lost: 0, doubled: 0, wrongCounters: 0, memory: [] };
  const watching = setInterval(() => found.memory.push(memoryNow()), 2000);
  const until = performance.now() + ms;
  const acknowledged = await Promise.all(
    Array.from({ length: clients }, (_, n) => client(db, `client${n}`, until, found)),
  );
  clearInterval(watching);
  await fetch(`${cloud.url}/_local/faults`, { method: 'DELETE' });
  for (const [n, ids] of acknowledged.entries()) compare(cloud, `client${n}`, ids, found);
  return found;
}

/** Live objects only, when the process may collect its garbage (`node --expose-gc`). */
function memoryNow(): { resident: number; heap: number } {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { resident: Math.round(rss / 1024 / 1024), heap: Math.round(heapUsed / 1024 / 1024) };
}

async function setFault(cloud: Cloud, fault: object): Promise<void> {
  const response = await fetch(`${cloud.url}/_local/faults`, { method: 'POST', body: JSON.stringify(fault) });
  if (!response.ok) throw new Error(await response.text());
}

async function client(db: Db, owner: string, until: number, found: Load): Promise<string[]> {
  const ids: string[] = [];
  await again(found, () => ensure(db, owner));
  while (performance.now() < until) {
    const id = randomUUID();
    await again(found, () => once(db, owner, id));
    await again(found, () => insertOnce(db, owner, id));
    ids.push(id);
    found.commands++;
  }
  return ids;
}

/** Until it is acknowledged: what failed may have happened, and is sent again with the same id. */
async function again(found: Load, work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await work();
      return;
    } catch {
      found.failures++;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

async function insertUnlessThere(db: Db, collection: string, doc: { _id: string }): Promise<void> {
  await db
    .collection(collection)
    .add(doc)
    .catch((error: Error) => {
      if (!error.message.includes('E11000')) throw error;
    });
}

const ensure = (db: Db, owner: string) =>
  insertUnlessThere(db, 'counters', { _id: owner, ...{ n: 0, applied: [] } });

/** A conditional write: the counter moves only when the command is not yet in its log. */
const once = (db: Db, owner: string, id: string) =>
  db
    .collection('counters')
    .where({ _id: owner, applied: db.command.neq(id) })
    .update({ n: db.command.inc(1), applied: db.command.push({ each: [id], slice: -50 }), last: id });

const insertOnce = (db: Db, owner: string, id: string) =>
  insertUnlessThere(db, 'notes', { _id: id, ...{ owner, at: new Date() } });

function compare(cloud: Cloud, owner: string, ids: string[], found: Load): void {
  const stored = cloud.store.find('notes', { filter: { owner } }).map((doc) => String(doc._id));
  const known = new Set(stored);
  found.lost += ids.filter((id) => !known.has(id)).length;
  found.doubled += stored.length - known.size;
  const counter = cloud.store.find('counters', { filter: { _id: owner } })[0];
  if (counter?.n !== ids.length || (ids.length > 0 && counter?.last !== ids.at(-1))) found.wrongCounters++;
}
