import type { AreaCode } from '../area/area';
import type { Step } from '../evaluation/evaluation';
import type { PostRole } from '../person/person';
import type { Millis } from '../time/shanghai';

/** What a notice about a problem is worded from. */
export interface MatterFacts {
  category: string;
  /** Area of the matter. */
  area: AreaCode;
  areaPath: string;
  /** What was reported, cut to some 60 characters; empty for a voice note. */
  summary: string;
  /** Who holds the matter now. */
  holder?: { role: PostRole; area: AreaCode; unit?: string; name?: string };
  /** Result or reason, in the actor's words. */
  text?: string;
  until?: Millis;
  /** The day that an extension is asked for. */
  asked?: Millis;
  /** Where to go instead. */
  where?: string;
  outcome?: string;
}

/** What a notice about contact is worded from. */
export interface ContactFacts {
  /** Head of the household, or name of the area. */
  name: string;
  areaPath: string;
  /** `2026-W48` */
  week?: string;
  /** How many households, workers or entries it is about. */
  count?: number;
  /** A few of their names. */
  names?: string[];
  /** Somebody's own words. */
  text?: string;
  outcome?: 'excused' | 'try-again';
}

/** What a notice about a study session or a deed is worded from. */
export interface StudyFacts {
  /** Name of the area, or of who is to do the deed. */
  name: string;
  areaPath: string;
  /** `2026-11B`, `2026-11`, `2026-Q4` */
  period?: string;
  /** What was promised. */
  text?: string;
  until: Millis;
}

/** What a notice about points or the yearly evaluation is worded from. */
export interface PointsFacts {
  /** Whom it is about, or the village. */
  name: string;
  /** Of whose name there may be two. */
  subject?: string;
  areaPath: string;
  /** `2026` */
  year: string;
  /** Name of the rule, the good, or the honour. */
  what?: string;
  amount?: number;
  /** Somebody's own words: what for, why not. */
  text?: string;
  until?: Millis;
  upheld?: boolean;
  /** What a village's evaluation waits for. */
  step?: Step;
}

/** The facts a notice is worded from; ids, names and instants, never sentences. The kind decides which. */
export type NoticeFacts = MatterFacts | ContactFacts | StudyFacts | PointsFacts;
