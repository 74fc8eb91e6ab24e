import type { Part } from '../indicator/indicator';
import type { MonthKey } from '../time/period';
import type { Millis } from '../time/shanghai';
import type { AccountId, AccountKind } from './account';
import type { Evidence } from './entry';
import type { FactKind } from './rule';

/**
 * Something that is known to have happened, counted from an aggregate; whether and what it earns is for the rules. It is
 * told of a month when that month is settled and stays as it was: what is said later belongs to a later month, or to
 * somebody's correction.
 */
export interface Fact {
  kind: FactKind;
  account: AccountId;
  /** What it happened to, once for a kind and account: a week, a month, the id of a problem, session or deed. */
  of: string;
  at: Millis;
  month: MonthKey;
  evidence: Evidence;
  /** How many of how many; a week's contacts, a month's meetings. */
  measure?: Part;
  /** 1–5, of a rating. */
  stars?: number;
  /** How often, when more than once; activities. */
  times?: number;
}

/** What the system can know of each kind of account; nothing is counted of a household by itself. */
export const FACTS_OF: Record<AccountKind, readonly FactKind[]> = {
  worker: ['week', 'month', 'found', 'solved', 'on-time', 'rated', 'activity', 'deed'],
  organisation: ['session', 'solved', 'on-time', 'rated', 'deed'],
  household: [],
};
