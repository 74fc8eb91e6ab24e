import type { AreaCode } from '../area/area';
import type { Aggregate } from '../command/applied';
import type { Owing } from '../notice/notice';
import type { Year } from '../points/account';
import type { Signatory } from '../points/entry';
import type { Millis } from '../time/shanghai';

/** Of workers, or of households that take part in points. */
export const ROLL_SUBJECTS = ['worker', 'household'] as const;
export type RollSubject = (typeof ROLL_SUBJECTS)[number];

/** What the person agreed to: the honour, until when. */
export interface RollConsent {
  at: Millis;
  by: Signatory;
  /** Version of the wording that was read. */
  version: string;
  honour: string;
  until: Millis;
  withdrawnAt?: Millis;
  /** Of a household it may be another than who agreed. */
  withdrawnBy?: Signatory;
}

export interface Recommendation extends Signatory {
  at: Millis;
  text: string;
  /** Taken back by whoever gave it; from then on it does not count. */
  withdrawnAt?: Millis;
}

/** A candidate for an honour. Published only while consented, twice recommended, and not expired. */
export interface TopLine {
  /** Person or household. */
  subject: string;
  name: string;
  areaPath: string;
  /** Competition rank, "1224". */
  rank: number;
  score: number;
  /** Named by the first recommendation; it stays, whoever takes theirs back. */
  honour?: string;
  /** Appended only, but for the day on which one is taken back. */
  recommendations: Recommendation[];
  /** Every one that was given, the last one counts; appended only, but for the day of its withdrawal. */
  consents: RollConsent[];
  /** Since when both recommendations and the consent stand. */
  publishedAt?: Millis;
}

/** A private suggestion of training; nobody else's business. */
export interface BottomLine {
  subject: string;
  name: string;
  areaPath: string;
  signedUpAt?: Millis;
  completedAt?: Millis;
  /** 修复: why the line no longer counts. */
  repaired?: { at: Millis; by: Signatory; text: string };
  /** Against standing on the internal roll: until it is answered the line stands on none. */
  objection?: RollObjection;
}

export interface RollObjection {
  at: Millis;
  text: string;
  answer?: { at: Millis; by: Signatory; upheld: boolean; text: string };
}

/** The internal roll is shown to the village organisation, on this basis. */
export interface Posting {
  basis: string;
  by: Signatory;
  at: Millis;
  /** Time to object is over: from here the village organisation sees it. */
  from: Millis;
  until: Millis;
}

/** One village × one year × workers or households. */
export interface Roll extends Aggregate, Owing {
  area: AreaCode;
  areaPath: string;
  year: Year;
  subjects: RollSubject;
  /** How many were ranked; fewer than `fewest`: there are no lines. */
  ranked: number;
  fewest: number;
  share: number;
  top: TopLine[];
  /** Of workers only. */
  bottom: BottomLine[];
  internal?: Posting;
  /** SHA-256 of the list it was made from. */
  hash: string;
  /** Version of the rules it was made by. */
  version: string;
  at: Millis;
}

export function rollId(village: AreaCode, year: Year, subjects: RollSubject): string {
  return `${village}_${year}_${subjects}`;
}

/** The banner's legal basis for an internal roll; without one there is none. */
export interface RollBasis extends Aggregate {
  /** Banner. */
  area: AreaCode;
  /** The law or regulation, with article. */
  text: string;
  by: Signatory;
  at: Millis;
  until: Millis;
  /** A second person of the banner; it does not count before. */
  approvedBy?: Signatory;
  approvedAt?: Millis;
  ended?: { at: Millis; by: Signatory; text: string };
}
