import { CATEGORIES, type Category, isDanger } from '../problem/category';
import { emergencyCalls } from '../problem/emergency';
import { whenAwake } from '../time/awake';
import { HOUR, MINUTE, type Millis, shanghai } from '../time/shanghai';
import type { PushBook } from './book';
import { isContact, type NoticeKind } from './kinds';
import type { Attempt, Notice, Owed } from './notice';
import { templateFor } from './template';

/** Why a phone was not tried. */
export type SkipReason = 'no-openid' | 'no-template' | 'no-consent' | 'muted' | 'cap' | 'moot' | 'read';

/**
 * `danger` ignores quiet hours, caps and choices. `prompt` asks the reader to act: it comes alone, at once by day.
 * `usual` tells how things go: it waits for others to make one message.
 */
export type Weight = 'danger' | 'prompt' | 'usual';

/** Usual messages to one person within this time become one. */
export const TOGETHER: Millis = 2 * HOUR;
/** Usual messages a person gets in a day at most. */
export const DAILY_CAP = 6;
/** Whoever took a push upon itself has this long; then its outcome is unknown. */
export const CLAIM: Millis = 5 * MINUTE;

/** Asks for an answer though it only tells how a matter goes. */
const ASKING: readonly NoticeKind[] = ['finished'];
/** Can wait for company though something is to be done. */
const DIGESTS: readonly NoticeKind[] = ['contact-left', 'miss-to-review'];

export function weightOf({ kind, facts }: Pick<Owed, 'kind' | 'facts'>): Weight {
  const task = templateFor(kind) === 'task';
  if (
    task &&
    'category' in facts &&
    isKnown(facts.category) &&
    soundsDangerous(facts.category, facts.summary)
  )
    return 'danger';
  return (task && !DIGESTS.includes(kind)) || ASKING.includes(kind) ? 'prompt' : 'usual';
}

/** The kind of matter is dangerous, or the first words of it are. */
function soundsDangerous(category: Category, summary: string): boolean {
  return isDanger(category) || emergencyCalls(category, summary).length > 0;
}

function isKnown(code: string): code is Category {
  return Object.hasOwn(CATEGORIES, code);
}

/** When this notice may knock, or why never. */
export type PushPlan = { at: Millis } | { skip: SkipReason };

/**
 * Mercy: quiet hours hold delivery, usual messages wait two hours for company, a day has a cap, a person may
 * choose kinds. Danger waits for nothing.
 */
export function planPush(
  notice: Pick<Owed, 'kind' | 'facts'>,
  phone: { openid?: string | undefined; push?: PushBook | undefined },
  now: Millis,
): PushPlan {
  const { openid, push = {} } = phone;
  if (!openid) return { skip: 'no-openid' };
  const weight = weightOf(notice);
  if (weight !== 'danger' && push.muted?.includes(notice.kind)) return { skip: 'muted' };
  if (weight === 'danger') return { at: now };
  if (isKnownToBeNone(notice.kind, push)) return { skip: 'no-consent' };
  if (weight === 'prompt') return { at: whenAwake(now) };
  if (push.day === dayOf(now) && (push.today ?? 0) >= DAILY_CAP) return { skip: 'cap' };
  return { at: whenAwake(Math.max(now, (push.lastAt ?? Number.NEGATIVE_INFINITY) + TOGETHER)) };
}

/**
 * The book can be behind (a consent given on another phone, an answer lost), and asking WeChat costs a call only:
 * about a matter it is tried all the same. Digests to thousands are not.
 */
function isKnownToBeNone(kind: NoticeKind, { left }: PushBook): boolean {
  return isContact(kind) && left?.[templateFor(kind)] === 0;
}

/** How many messages went out on the day of `now`, with one more. */
export function todayAfter(push: PushBook | undefined, now: Millis): number {
  return push?.day === dayOf(now) ? (push.today ?? 0) + 1 : 1;
}

export function dayOf(at: Millis): string {
  return shanghai(at).format('YYYY-MM-DD');
}

/** Errcodes after which the same message may succeed: busy, over the rate, token. */
const TRANSIENT: readonly number[] = [-1, 45009, 40001, 42001];
/** After the first, second, third failure; then the inbox is enough. */
const BACK_OFF: readonly Millis[] = [2 * MINUTE, 10 * MINUTE, 60 * MINUTE];

/**
 * When to try again, or null: never for 43101, 40003, 40037, 47003; never when the message may have arrived,
 * unless it is about danger, where twice is better than not at all.
 */
export function retryAt(attempts: readonly Attempt[], weight: Weight, now: Millis): Millis | null {
  const last = attempts.at(-1);
  if (!last) return null;
  const again =
    (last.outcome === 'refused' && last.code !== undefined && TRANSIENT.includes(last.code)) ||
    last.outcome === 'failed' ||
    (last.outcome === 'unknown' && weight === 'danger');
  const wait = BACK_OFF[attempts.filter((one) => one.outcome !== 'skipped').length - 1];
  if (!again || wait === undefined) return null;
  return weight === 'danger' ? now + wait : whenAwake(now + wait);
}

/** A phone about which this attempt says: messages do not come through. */
export function fallsSilent({ outcome, code }: Pick<Attempt, 'outcome' | 'code'>): boolean {
  return outcome === 'refused' && (code === 43101 || code === 40003);
}

/** Usual notices of one person are told in one message, the others one by one; in the order in which they happened. */
export function intoMessages<N extends Pick<Notice, 'kind' | 'facts' | 'at'>>(notices: readonly N[]): N[][] {
  const inOrder = [...notices].sort((a, b) => a.at - b.at);
  const usual = inOrder.filter((notice) => weightOf(notice) === 'usual');
  const alone = inOrder.filter((notice) => weightOf(notice) !== 'usual').map((notice) => [notice]);
  return usual.length > 0 ? [...alone, usual] : alone;
}
