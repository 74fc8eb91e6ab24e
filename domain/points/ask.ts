import { Refusal } from '../error/refusal';
import { type MonthKey, monthKey } from '../time/period';
import type { Millis } from '../time/shanghai';
import type { Year } from './account';
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

/** What a person writes down when asking; photos are files of their own. */
export interface AskWords {
  text: string;
  photos?: string[] | undefined;
  heard?: string | undefined;
}

/** Who asks, when, and the ask's id, which is derived from the command. */
export interface Asking {
  id: string;
  by: Signatory;
  at: Millis;
}

export function newAsk(
  what: Pick<EntryAsk, 'kind' | 'rule' | 'version' | 'amount' | 'cause'>,
  { text, photos = [], heard }: AskWords,
  { id, by, at }: Asking,
): EntryAsk {
  // Whoever would lose points is heard first, whether by a deduction or because an entry is taken back.
  if (what.amount < 0 && !heard) throw new Refusal('BAD_INPUT', { path: 'heard', words: UNHEARD });
  return { id, ...what, at, by, text, photos, ...(what.amount < 0 && heard ? { heard } : {}), recused: [] };
}

const UNHEARD = {
  zh: '要减分的，先听本人怎么说，写下来',
  en: 'Before points are taken away, hear the person and write down what was said',
};

/**
 * The ask, while it waits.
 * @throws Refusal NOT_FOUND when there is none, NOT_NOW when it was answered
 */
export function openAsk({ asks }: { asks: readonly EntryAsk[] }, id: string): EntryAsk {
  const ask = asks.find((one) => one.id === id);
  if (!ask) throw new Refusal('NOT_FOUND', { path: 'ask' });
  if (ask.answer) {
    throw new Refusal('NOT_NOW', {
      path: 'ask',
      words: { zh: '已经有人答复了', en: 'Somebody has answered it already' },
    });
  }
  return ask;
}

/** The month an entry by hand belongs to: the one in which it was written down; for a past year, its last. */
export function monthOfAsk(year: Year, at: Millis): MonthKey {
  const month = monthKey(at);
  return month.startsWith(year) ? month : `${year}-12`;
}
