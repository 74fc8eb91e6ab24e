import type { AreaCode } from '../area/area';
import type { Aggregate } from '../command/applied';
import type { Owing } from '../notice/notice';
import type { Year } from '../points/account';
import type { Signatory } from '../points/entry';
import type { Millis } from '../time/shanghai';

/** 先进候选 · 培训帮助 */
export const ROLL_SIDES = ['top', 'bottom'] as const;
export type RollSide = (typeof ROLL_SIDES)[number];

/** Of workers, or of households that take part in points. */
export const ROLL_SUBJECTS = ['worker', 'household'] as const;
export type RollSubject = (typeof ROLL_SUBJECTS)[number];

/** What the person agreed to: the honour, until when. */
export interface RollConsent {
  at: Millis;
  /** Version of the wording that was read. */
  version: string;
  until: Millis;
  withdrawnAt?: Millis;
}

export interface Recommendation extends Signatory {
  at: Millis;
  text: string;
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
  honour?: string;
  recommendations: Recommendation[];
  consent?: RollConsent;
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
}

/** One village × one year × workers or households. */
export interface Roll extends Aggregate, Owing {
  area: AreaCode;
  areaPath: string;
  year: Year;
  subjects: RollSubject;
  /** How many were ranked. */
  ranked: number;
  top: TopLine[];
  /** Of workers only. */
  bottom: BottomLine[];
  /** The internal roll is shown to the village organisation, on this basis. */
  internal?: { basis: string; by: Signatory; at: Millis; until: Millis };
  /** Of the list it was made from. */
  hash: string;
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
  endedAt?: Millis;
}
