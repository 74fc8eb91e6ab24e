import type { AreaCode } from '../area/area';
import type { PostRole } from '../person/person';
import type { Millis } from '../time/shanghai';
import type { NoticeFacts } from './facts';
import type { NoticeKind } from './kinds';

/** Everybody on a post, one person, or several. */
export type Audience =
  | { post: { role: PostRole; area: AreaCode; unit?: string } }
  | { person: string }
  | { people: string[] };

/** What a notice is about; the page it opens follows from it. */
export interface About {
  kind:
    | 'problem'
    | 'household'
    | 'sheet'
    | 'coverage'
    | 'study'
    | 'deed'
    | 'points'
    | 'awards'
    | 'shop'
    | 'evaluation'
    | 'roll'
    | 'me';
  id: string;
}

/** A notice that an aggregate owes: written with the change itself, delivered afterwards. */
export interface Owed {
  /** `aggregate.n.kind`: with the recipient's id it makes the notice's key, so that it is told once. */
  key: string;
  kind: NoticeKind;
  to: Audience;
  about: About;
  urgent: boolean;
  at: Millis;
  facts: NoticeFacts;
}

/** What every aggregate that owes notices carries. */
export interface Owing {
  outbox: Owed[];
  /** When the oldest undelivered notice was owed; absent when all are delivered. */
  owedAt?: Millis;
}

/** The aggregate with one more notice in its outbox. */
export function owe<T extends Owing>(aggregate: T, owed: Owed): T {
  return { ...aggregate, outbox: [...aggregate.outbox, owed], owedAt: aggregate.owedAt ?? owed.at };
}

/** `unknown`: the process died, or the answer was lost after the message may have arrived. */
export type PushOutcome = 'sent' | 'refused' | 'failed' | 'unknown' | 'skipped';

/** One try to reach a phone by subscription message, or why none was made. */
export interface Attempt {
  at: Millis;
  template: string;
  outcome: PushOutcome;
  /** WeChat's errcode when refused. */
  code?: number;
  /** Why a phone was not tried. */
  why?: string;
  /** How many notices this message told of, when more than one. */
  together?: number;
}

/** What stands in a person's inbox; the inbox is the truth, a push is best effort. */
export interface Notice extends Omit<Owed, 'key' | 'to'> {
  _id: string;
  to: string;
  readAt?: Millis;
  /** When a phone is to be knocked upon; while `run` has it in hand: until when it may. Absent: nothing left to do. */
  pushAt?: Millis;
  /** Which run of the dispatcher has the push in hand. */
  run?: string;
  attempts: Attempt[];
}

/** Dots, not colons or slashes: the id also stands in page addresses. */
export function noticeId(owed: Pick<Owed, 'key'>, recipient: string): string {
  return `${owed.key}.${recipient}`;
}
