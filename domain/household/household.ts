import type { AreaCode } from '../area/area';
import type { Aggregate } from '../command/applied';
import type { YearAnswer } from '../evaluation/evaluation';
import type { Owing } from '../notice/notice';
import type { WeekKey } from '../time/period';
import type { Millis } from '../time/shanghai';

/** A household of the registry; what its residents say and ask lies in the same document. */
export interface Household extends Aggregate, Owing {
  /** Grid. */
  area: AreaCode;
  /** Name of the head of the household. */
  head: string;
  members: number;
  phone?: string;
  /** Where it lives, in words: `二社 渠南第3户`. */
  address: string;
  /** Winter camp of a herding family, in words. */
  winter?: string;
  /** Absent while the household lives here. */
  ended?: { at: Millis; why: 'moved-away' | 'died-out' | 'merged'; into?: string };
  /**
   * Of a merged household, as long as its points have not gone over: to which one, and when the clock looks next. They
   * wait until that one takes part.
   */
  pointsTo?: { household: string; dueAt: Millis };
  /** By which a resident says: this is my household. */
  invite?: { code: string; until: Millis; by: string };
  /** Who says so and waits for the worker's yes; answered ones stay for a month. */
  asks?: BindAsk[];
  /** A resident asks to be called; gone with the next contact. */
  callAsked?: { at: Millis; by: { person: string; name: string }; text?: string };
  /** What a resident, or a chief who called back, said of a week's contact. */
  words?: Record<WeekKey, Word>;
  /** What it says of its worker's year, by year; told to nobody, only counted. */
  answers?: Record<string, YearAnswer>;
  synthetic?: boolean;
}

export interface BindAsk {
  id: string;
  openid: string;
  name: string;
  /** The invite it came by: a new invite is a new chance. */
  code: string;
  /** Version of the consent that was read. */
  consent: string;
  at: Millis;
  /** Stays for a while, so that whoever asks again hears it. */
  answer?: { yes: boolean; at: Millis; by: string };
}

export interface Word {
  said: 'yes' | 'no' | 'unreached';
  at: Millis;
  by: { person: string; name: string; role: 'resident' | 'chief' };
  text?: string;
  /** What it said before it was changed, once. */
  was?: Pick<Word, 'said' | 'at'> & { role: Word['by']['role'] };
}
