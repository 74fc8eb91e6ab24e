import type { Millis } from '../time/shanghai';
import type { Cause, Signatory } from './entry';

/** 手工记分 · 冲销 · 居民申请 */
export const ASK_KINDS = ['award', 'reverse', 'request'] as const;
export type AskKind = (typeof ASK_KINDS)[number];

/** What somebody wants booked, and a second person must agree to. */
export interface EntryAsk {
  id: string;
  kind: AskKind;
  rule: string;
  version: string;
  amount: number;
  at: Millis;
  by: Signatory;
  text: string;
  photos: string[];
  /** What the person said of a deduction: nobody loses points unheard. */
  heard?: string;
  /** The entry to be taken back. */
  cause?: Cause;
  /** Who declared to be kin or otherwise involved, and why. */
  recused: (Signatory & { at: Millis; text: string })[];
  answer?: { yes: boolean; at: Millis; by: Signatory; text?: string };
}
