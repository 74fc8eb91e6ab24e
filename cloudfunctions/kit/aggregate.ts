import { createHash } from 'node:crypto';
import { type Aggregate, remember, replay } from '../../domain/command/applied';
import { Refusal } from '../../domain/error/refusal';
import type { Millis } from '../../domain/time/shanghai';
import { _ } from './cloud';
import { type CollectionName, collection, type Documents, one } from './collections';

/** Collections whose documents are aggregates: state, history, applied commands and outbox in one. */
export type AggregateName = {
  [N in CollectionName]: Documents[N] extends Aggregate ? N : never;
}[CollectionName];

export interface CommandStamp {
  id: string;
  print: string;
  at: Millis;
}

interface Application<T extends Aggregate, A> {
  id: string;
  command: CommandStamp;
  /** The document as it was just read: the first try need not read it again, the guard tells if it is stale. */
  known?: T;
  /** The document before its first command. */
  fresh?: () => T | Promise<T>;
  /** Refuses who has nothing to do with the document, before anything of it is told. */
  admit?: (before: T) => void;
  decide: (before: T) => T | Promise<T>;
  answer: (after: T) => A;
}

export interface Outcome<T, A> {
  state: T;
  answer: A;
  /** True when nothing was written: the command had been taken in before, or had nothing to do. */
  replayed: boolean;
}

/** Load, decide and write again this often when somebody else was faster. */
const TRIES = 3;
/** After a lost race, and twice as long after the second: at most so long, by chance, so that many do not collide again. */
const PAUSE_MS = 40;

/**
 * One command upon one aggregate: load → decide → one write guarded by `rev` (or by the key when new).
 * State, history, the command's id and the notices owed land together or not at all.
 * @throws Refusal of `decide`, ID_REUSED, NOT_FOUND, or CONFLICT after three lost races
 */
export async function apply<N extends AggregateName, A>(
  name: N,
  { id, command, known, fresh, admit, decide, answer }: Application<Documents[N], A>,
): Promise<Outcome<Documents[N], A>> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const stored = (tried === 0 ? known : undefined) ?? (await one(name, id));
    const before = stored ?? (await fresh?.());
    if (!before) throw new Refusal('NOT_FOUND');
    if (stored) admit?.(stored);
    const earlier = replay(before.applied, command.id, command.print);
    if (earlier) return { state: before, answer: earlier.answer as A, replayed: true };
    const decided = await decide(before);
    // Nothing to do (a sweep that came second): nothing is written.
    if (stored && decided === before) return { state: before, answer: answer(before), replayed: true };
    const given = answer(decided);
    const applied = remember(before.applied, { ...command, answer: given });
    const after = { ...decided, rev: before.rev + 1, applied };
    const landed = stored ? await replace(name, before, after) : await insert(name, after);
    if (landed) return { state: after, answer: given, replayed: false };
    if (tried < TRIES - 1) await pause(Math.random() * PAUSE_MS * (tried + 1));
  }
  throw new Refusal('CONFLICT');
}

/** Waits, in milliseconds of the machine: no clock that anybody reads. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** False when a document with this key exists: the key is the lock. */
export async function insert<N extends CollectionName>(name: N, document: Documents[N]): Promise<boolean> {
  try {
    await collection(name).add(document);
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && /duplicate key|E11000/i.test(error.message);
}

/** Two transactions wanted the same document, and this one was the slower. */
export function isConflict(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'DATABASE_TRANSACTION_CONFLICT'
  );
}

/**
 * Writes what differs, only while `rev` is still the one that was decided upon.
 * A unique key that somebody else has by now is a lost race like any other.
 */
async function replace<N extends AggregateName>(
  name: N,
  before: Documents[N],
  after: Documents[N],
): Promise<boolean> {
  try {
    const { updated } = await collection(name)
      .where({ _id: before._id, rev: before.rev })
      .update(changes(before, after));
    return updated === 1;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Top-level fields that changed. Wrapped in `set`, because the platform merges bare objects. */
export function changes<T extends object>(before: T, after: T): Record<string, unknown> {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof T & string>;
  const changed: Record<string, unknown> = {};
  for (const key of keys) {
    if (after[key] === before[key]) continue;
    changed[key] = after[key] === undefined ? _.remove() : _.set(after[key]);
  }
  return changed;
}

/** The same action of the same person with the same input has the same print. */
export function fingerprint(action: string, person: string, input: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([action, person, input]))
    .digest('base64url')
    .slice(0, 22);
}
