import type { Part } from '../indicator/indicator';
import type { MonthKey } from '../time/period';
import type { Millis } from '../time/shanghai';

/**
 * Why an entry exists, unique in its book: the same cause twice is the same entry. It stands in a document as a key, so
 * it has no dots.
 */
export type Cause = string;

/** `coverage-2026-W47`: a rule and what it was applied to. */
export function causeOf(...parts: readonly string[]): Cause {
  return parts.join('-').replace(/[.$]/g, '~');
}

/** What an entry can be looked up in. */
export interface Evidence {
  kind: 'sheet' | 'problem' | 'session' | 'deed' | 'ask' | 'order' | 'entry' | 'book';
  id: string;
}

/** Somebody who put their name to it. */
export interface Signatory {
  person: string;
  name: string;
}

/** One line of a points book; appended only. */
export interface PointsEntry {
  cause: Cause;
  /** Id of the rule, in the words of `version`. */
  rule: string;
  version: string;
  /** Whole points; negative for a deduction, a reversal, or an exchange. */
  amount: number;
  /** What the rule gives before its cap, when the cap cut it. */
  uncapped?: number;
  /** The month it belongs to. */
  month: MonthKey;
  /** When what it is for happened. */
  at: Millis;
  bookedAt: Millis;
  evidence: Evidence;
  /** How many of how many, when the rule looks at a share. */
  measure?: Part;
  /** In words: what a person wrote down, or why it was reversed. */
  text?: string;
  by?: Signatory;
  approvedBy?: Signatory;
  /** This entry takes that one back. */
  reverses?: Cause;
  /** That entry takes this one back. */
  reversedBy?: Cause;
}
