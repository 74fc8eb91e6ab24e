import type { AreaCode } from '../../area/area';
import type { Year } from '../../points/account';
import type { Recommendation, RollConsent, RollSubject } from '../../roll/roll';
import type { Wait } from '../../roll/shown';
import type { Millis } from '../../time/shanghai';
import type { AsOf } from './as-of';

export interface TopLineView {
  subject: string;
  name: string;
  areaPath: string;
  /** Told to who evaluates. */
  rank?: number;
  /** Told to who evaluates, and to whom it is about. */
  score?: number;
  honour?: string;
  /** Those that stand; one's own alone for who has no other reason to see the line. */
  recommendations: Recommendation[];
  /** The one that counts; told to who evaluates, and to whom it is about. */
  consent?: Omit<RollConsent, 'by' | 'withdrawnBy'>;
  /** Seen by everybody now. */
  shown: boolean;
  /** What keeps it from being shown. */
  waits: Wait[];
  /** Until when objections are asked for. */
  objectionsUntil?: Millis;
  /** It is the reader, or the reader's household. */
  mine: boolean;
  may: ('recommend' | 'retract' | 'consent' | 'withdraw')[];
}

export interface BottomLineView {
  /** Absent for who sees it masked. */
  subject?: string;
  /** `刘**` for everybody but the person and the village's secretary. */
  name: string;
  areaPath?: string;
  signedUpAt?: Millis;
  completedAt?: Millis;
  repaired?: { at: Millis; by: string; text: string };
  /** Told to the person, the village's secretary, and the supervisor who is asked. */
  objection?: RollObjectionView;
  mine: boolean;
  may: ('sign-up' | 'complete' | 'repair' | 'object' | 'answer')[];
}

export interface RollObjectionView {
  at: Millis;
  text: string;
  answer?: { at: Millis; by: string; upheld: boolean; text: string };
}

/** `secretary`, `chief`: of this village. `above`: evaluates it from above. `own`: everybody else, about themselves only. */
export type RollReader = 'secretary' | 'chief' | 'above' | 'own';

export interface RollView extends AsOf {
  village: { code: AreaCode; path: string };
  year: Year;
  years: Year[];
  subjects: RollSubject;
  as: RollReader;
  /** False: nothing is final yet. */
  made: boolean;
  /** How many were ranked; fewer than `fewest`: there is no list. */
  ranked: number;
  fewest: number;
  share: number;
  hash?: string;
  version?: string;
  top: TopLineView[];
  bottom: BottomLineView[];
  /**
   * The internal roll while it holds: with names for the village organisation, the own one for who is on it, masked for
   * who evaluates from above. Before `from`, the time to object, only for who posts it and for who is on it.
   */
  internal?: { basis: string; from: Millis; until: Millis; names: string[]; masked: boolean };
  /** Bases that hold now, for who may post. */
  bases: BasisView[];
  may: ('post' | 'export')[];
  consentVersion: string;
}

export interface PublicName {
  name: string;
  areaPath: string;
  honour: string;
  year: Year;
  subjects: RollSubject;
  until: Millis;
  /** Whoever knows better is asked to say so until then. */
  objectionsUntil?: Millis;
  /** Of the list it comes from. */
  hash: string;
}

export interface BasisView {
  id: string;
  text: string;
  by: string;
  at: Millis;
  until: Millis;
  approvedBy?: string;
  ended?: { at: Millis; by: string; text: string };
  holds: boolean;
  may: ('allow' | 'end')[];
}

export interface RollOutputs {
  'roll.open': RollView;
  'roll.public': AsOf & { village: { code: AreaCode; path: string }; names: PublicName[] };
  'roll.recommend': AsOf & { subject: string; recommendations: number };
  'roll.retract': AsOf & { subject: string; recommendations: number };
  'roll.consent': AsOf & { shown: boolean };
  'roll.withdraw': AsOf & { shown: boolean };
  'roll.train': AsOf & { subject: string };
  'roll.basis': AsOf & { basis: string };
  'roll.allow': AsOf & { basis: string };
  'roll.end': AsOf & { basis: string };
  'roll.bases': AsOf & { bases: BasisView[]; may: 'basis'[] };
  'roll.post': AsOf & { until: Millis };
  'roll.repair': AsOf & { subject: string };
  'roll.object': AsOf & { subject: string };
  'roll.answer': AsOf & { subject: string };
  'roll.export': AsOf & { name: string; url: string; hash: string; count: number };
}
