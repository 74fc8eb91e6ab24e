import type { Aggregate } from '../command/applied';
import type { Words } from '../error/refusal';
import type { MonthKey } from '../time/period';
import type { Millis } from '../time/shanghai';
import type { AccountKind } from './account';
import type { Signatory } from './entry';

/** What the system knows by itself; each is counted from an aggregate, never from a phone. */
export const FACT_KINDS = [
  /** A worker's week: households reached of those due. */
  'week',
  /** A worker's month: households met of those due. */
  'month',
  /** A problem brought up by a worker, and accepted. */
  'found',
  /** A problem solved inside the grid, as the reporter says. */
  'solved',
  /** A problem finished by its promised time. */
  'on-time',
  /** A reporter's stars. */
  'rated',
  /** Activities of a week's contacts. */
  'activity',
  /** A study session held. */
  'session',
  /** A deed done by its promised day. */
  'deed',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export type CapPeriod = 'week' | 'month' | 'year';

/** From this share, or this many stars, on: so many points. */
export interface Step {
  from: number;
  amount: number;
}

/**
 * One rule, as data. A rule on a fact is booked by the clock and never takes points away; one without waits for somebody
 * who writes down what happened, and a second who agrees. There is no other effect than points: a rule cannot name one.
 */
export interface Rule {
  id: string;
  for: AccountKind;
  /** Absent: by hand, with evidence and a second person. */
  fact?: FactKind;
  name: Words;
  /** What it is given for, as a worker would read it. */
  text: Words;
  /** Points for each, or by steps of the fact's measure; by hand: the most that one entry may give or take. */
  amount: number | Step[];
  cap?: { per: CapPeriod; most: number };
  /** What must be shown. */
  evidence: Words;
  /** First and last month in which it gives points; absent: from the version's first month, and on. */
  from?: MonthKey;
  to?: MonthKey;
}

/** How a year's evaluation is made, as data. */
export interface Scheme {
  /** Out of 100. */
  weights: { points: number; residents: number; review: number };
  /** So many points in a full year are full marks. */
  fullPoints: number;
  /** With fewer answers the residents' part is left out and the others take its weight. */
  fewestAnswers: number;
  fewestReviews: number;
  /** Lowest score of each grade; below the last it is 不合格. */
  grades: { excellent: number; good: number; basic: number };
  /** Whoever served for fewer months is not graded. */
  monthsToGrade: number;
  /** Top and bottom share of a list, and the fewest graded people for which there is one. */
  share: number;
  fewestRanked: number;
  /** Working days to appeal. */
  appealDays: number;
}

/** 积分规则的一个版本; its id is `2026.1`. */
export interface RuleVersion extends Aggregate {
  rules: Rule[];
  scheme: Scheme;
  draftedBy: Signatory;
  draftedAt: Millis;
  /** Valid from this month on; never a month that has begun. */
  from?: MonthKey;
  enabledBy?: Signatory;
  enabledAt?: Millis;
}
