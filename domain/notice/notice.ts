import type { AreaCode } from '../area/area';
import type { PostRole } from '../person/person';
import type { Millis } from '../time/shanghai';

/**
 * Who hears what. To the desk that holds a matter: new, escalated, climbed, reopened, supervised, answered.
 * To the desk that lost it: taken-up. To the reporter: accepted, finished, moved, closed. To the other side: commented.
 */
export const NOTICE_KINDS = [
  'new',
  'escalated',
  'climbed',
  'reopened',
  'supervised',
  'answered',
  'taken-up',
  'accepted',
  'finished',
  'moved',
  'closed',
  'commented',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Either everybody on a post, or one person. */
export type Audience = { post: { role: PostRole; area: AreaCode } } | { person: string };

/** The facts a notice is worded from; ids and instants, never sentences. */
export interface NoticeFacts {
  category: string;
  /** Area of the matter. */
  area: AreaCode;
  areaPath: string;
  /** What was reported, cut to some 60 characters; empty for a voice note. */
  summary: string;
  /** Who holds the matter now. */
  holder?: { role: PostRole; area: AreaCode; name?: string };
  /** Result or reason, in the actor's words. */
  text?: string;
  until?: Millis;
  outcome?: string;
}

/** A notice that an aggregate owes: written with the change itself, delivered afterwards. */
export interface Owed {
  /** `problem.n.kind`: with the recipient's id it makes the notice's key, so that it is told once. */
  key: string;
  kind: NoticeKind;
  to: Audience;
  problem: string;
  urgent: boolean;
  at: Millis;
  facts: NoticeFacts;
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
  attempts: Attempt[];
}

/** Dots, not colons or slashes: the id also stands in page addresses. */
export function noticeId(owed: Pick<Owed, 'key'>, recipient: string): string {
  return `${owed.key}.${recipient}`;
}
