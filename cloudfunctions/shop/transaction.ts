import type { Aggregate } from '../../domain/command/applied';
import { Refusal } from '../../domain/error/refusal';
import { changes, isConflict, pause } from '../kit/aggregate';
import { db } from '../kit/cloud';

export type Transaction = typeof db;

/** For a village's last bag of rice the SDK's three quick tries are too hasty: ours wait, each longer than the last. */
const ROUNDS = 10;
const PAUSE_MS = 30;

/** What is read and written inside holds together or not at all. @throws Refusal CONFLICT, and those of `act` */
export async function inTransaction<T>(act: (transaction: Transaction) => Promise<T>): Promise<T> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    try {
      return await db.runTransaction(act, 0);
    } catch (error) {
      if (!isConflict(error)) throw error;
      await pause(Math.random() * PAUSE_MS * round);
    }
  }
  throw new Refusal('CONFLICT');
}

export async function read<T>(transaction: Transaction, name: string, id: string): Promise<T | undefined> {
  const { data } = await transaction.collection(name).doc(id).get();
  return (data as T | null | undefined) ?? undefined;
}

/** `rev` grows, so that a command without a transaction that has read the document decides again. */
export async function put<T extends Aggregate>(
  transaction: Transaction,
  name: string,
  before: T | undefined,
  after: T,
): Promise<T> {
  const next = { ...after, rev: after.rev + 1 };
  const collection = transaction.collection(name);
  if (before) await collection.doc(next._id).update(changes(before, next));
  else await collection.add(next);
  return next;
}
