import type { AreaCode } from '../../area/area';
import type { Channel, MissReason } from '../../contact/channel';
import type { Standing } from '../../contact/need';
import type { SheetCounts } from '../../contact/sheet';
import type { Word } from '../../household/household';
import type { WeekKey } from '../../time/period';
import type { Millis } from '../../time/shanghai';
import type { AsOf } from './as-of';

export interface HouseholdCard {
  id: string;
  head: string;
  members: number;
  address: string;
  /** Winter camp, in words. */
  winter?: string;
  phone?: string;
  standing: Standing;
  /** A resident asks to be called: first on the sheet. */
  callAsked?: { at: Millis; name: string; text?: string };
  /** Open problems of the household. */
  problems: number;
  /** Who waits to be bound. */
  asks: number;
}

/** Households due / reached / met of one area in one week; each household counts once, whoever contacted it. */
export interface CoverageRow {
  area: { code: AreaCode; name: string };
  /** Owed a contact: without what is excused. */
  due: number;
  reached: number;
  met: number;
  /** Out of reach, as a chief has agreed. */
  excused: number;
}

/** Households to act on, by how long nobody reached them. */
export interface BlindCounts {
  noWorker: number;
  weeks2: number;
  weeks4: number;
  weeks8: number;
}

export interface WorkerRow {
  worker: { id: string; name: string };
  due: number;
  reached: number;
  met: number;
  excused: number;
  /** Times "could not reach" in the last eight weeks. */
  misses: number;
  onLeave: boolean;
}

export interface CoverageView extends AsOf {
  area: { code: AreaCode; path: string };
  week: WeekKey;
  /** The week's books are closed: frozen figures. */
  closed: boolean;
  total: CoverageRow;
  /** One level below; empty for a grid. */
  rows: CoverageRow[];
  /** In a grid: its workers, by name; not a league table. */
  workers: WorkerRow[];
  blind: BlindCounts;
}

export interface BlindRow {
  household: string;
  head: string;
  address: string;
  phone?: string;
  area: { code: AreaCode; path: string };
  worker?: { id: string; name: string; phone?: string };
  /** Whole weeks without a contact; absent: none is known. */
  weeks?: number;
}

export interface MissView {
  worker: { id: string; name: string };
  week: WeekKey;
  household: { id: string; head: string; phone?: string };
  reason: MissReason;
  note?: string;
  at: Millis;
}

/** Why a worker may need a hand. */
export type HelpReason = 'many-left' | 'nothing-recorded' | 'no-meetings' | 'many-misses' | 'many-households';

export interface HelpRow {
  worker: { id: string; name: string; phone?: string };
  due: number;
  reached: number;
  reasons: HelpReason[];
}

export interface CallBack {
  worker: { id: string; name: string };
  week: WeekKey;
  household: { id: string; head: string; phone?: string; address: string };
  contact: { at: Millis; channel: Channel; inPerson: boolean };
  word?: Word;
}

export interface ContactOutputs {
  'contact.save': SheetCounts & AsOf;
  'contact.reviews': AsOf & {
    waiting: MissView[];
    /** Workers who say it often: a quarter or more of what they owe over eight weeks. */
    often: { worker: { id: string; name: string }; misses: number; due: number }[];
  };
  'contact.review': AsOf & { verdict: 'excused' | 'try-again' };
  'contact.coverage': CoverageView;
  'contact.blind': AsOf & { weeks: 0 | 2 | 4 | 8; total: number; households: BlindRow[]; next?: string };
  'contact.help': AsOf & { week: WeekKey; workers: HelpRow[] };
  'contact.callbacks': AsOf & { week: WeekKey; calls: CallBack[] };
  'contact.callBack': AsOf & { word: Word };
}
