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
  kind: 'problem' | 'household' | 'sheet' | 'coverage' | 'study' | 'deed' | 'me';
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

export type PushOutcome = 'started' | 'sent' | 'refused' | 'failed';

/** One try to reach a phone by subscription message. */
export interface Attempt {
  at: Millis;
  template: string;
  outcome: PushOutcome;
  /** WeChat's errcode when refused or failed. */
  code?: number;
}

/** What stands in a person's inbox; the inbox is the truth, a push is best effort. */
export interface Notice extends Omit<Owed, 'key' | 'to'> {
  _id: string;
  to: string;
  readAt?: Millis;
  /** Nobody is woken: the push waits until then, and is not sent to who has read it by then. */
  heldUntil?: Millis;
  attempts: Attempt[];
}

/** Dots, not colons or slashes: the id also stands in page addresses. */
export function noticeId(owed: Pick<Owed, 'key'>, recipient: string): string {
  return `${owed.key}.${recipient}`;
}
