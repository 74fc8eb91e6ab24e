import type { Millis } from '../time/shanghai';
import type { NoticeKind, TemplateName } from './kinds';

/**
 * What the product knows of one person's phone. One consent is one message, and nobody tells how many are left:
 * the book is kept here, in the person's own document.
 */
export interface PushBook {
  /** Consents left, by template. */
  left?: Partial<Record<TemplateName, number>>;
  /** Ids of the latest consent commands: each counts once. */
  told?: string[];
  /** Last message that reached the phone. */
  lastAt?: Millis;
  /** `2026-11-23` and how many messages went out on it. */
  day?: string;
  today?: number;
  /** Messages by ISO week, for the mean that leaders see. */
  weeks?: Record<string, number>;
  /** Kinds that this person does not want to be knocked for; the inbox has them all the same. */
  muted?: NoticeKind[];
  /** Since when no message has come through: somebody should phone. */
  silentSince?: Millis;
}
