import { Refusal } from '../error/refusal';
import { DAY, type Millis } from '../time/shanghai';

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

/** Phones give up repeating long before; the newest stay whatever their age. */
export const KEPT_FOR: Millis = 60 * DAY;
const KEPT_ALWAYS = 20;

/** The applied commands with one more, without those that nobody will repeat any longer. */
export function remember(applied: readonly Applied[], one: Applied): Applied[] {
  const all = [...applied, one];
  return all.filter(({ at }, index) => index >= all.length - KEPT_ALWAYS || at > one.at - KEPT_FOR);
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
