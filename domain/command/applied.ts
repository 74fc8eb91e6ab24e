import { Refusal } from '../error/refusal';
import type { Millis } from '../time/shanghai';

/** A command that an aggregate has taken in: the same id with the same input answers the same. */
export interface Applied {
  /** Made by the client, kept until acknowledged. */
  id: string;
  /** Fingerprint of action, caller and input. */
  print: string;
  at: Millis;
  answer: unknown;
}

/** What every aggregate document carries beside its own state. */
export interface Aggregate {
  _id: string;
  /** Grows by one with every command; guards the write. */
  rev: number;
  applied: Applied[];
}

/**
 * The earlier answer when this command was taken in before.
 * @throws Refusal ID_REUSED when the id stands for another input
 */
export function replay(applied: readonly Applied[], id: string, print: string): Applied | undefined {
  const earlier = applied.find((one) => one.id === id);
  if (earlier && earlier.print !== print) throw new Refusal('ID_REUSED', { path: 'id' });
  return earlier;
}
