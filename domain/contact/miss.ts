import type { AreaCode } from '../area/area';
import { Refusal } from '../error/refusal';
import { type Millis, shanghai } from '../time/shanghai';
import type { MissReason } from './channel';

export type Verdict = 'excused' | 'try-again';

/** What a worker says of a household that could not be reached. */
export interface Missed {
  household: string;
  at: Millis;
  reason: MissReason;
  note?: string | undefined;
}

/** "Could not reach", as often as it was tried; a chief looks at it. */
export interface Miss extends Omit<Missed, 'household'> {
  syncedAt: Millis;
  by: string;
  /** Grid of the household, when it is not the sheet's. */
  area?: AreaCode;
  review?: {
    verdict: Verdict;
    at: Millis;
    by: { person: string; name: string };
    text?: string;
  };
}

/** What of a sheet tells whether somebody still has to look. */
interface Tries {
  entries: Record<string, unknown>;
  misses?: Record<string, Miss[]>;
}

/** The tries with one more; the same said again on the same day (a second phone) changes nothing. */
export function withMiss(tries: readonly Miss[] = [], fresh: Miss): Miss[] {
  const same = tries.some(
    (one) => one.reason === fresh.reason && one.note === fresh.note && dayOf(one.at) === dayOf(fresh.at),
  );
  return same ? [...tries] : [...tries, fresh];
}

/** A chief agreed that the household was out of reach, and said so before then. */
export function isExcused(tries: readonly Miss[] = [], before = Number.POSITIVE_INFINITY): boolean {
  return tries.some(({ review }) => review?.verdict === 'excused' && review.at < before);
}

export function dayOf(at: Millis): string {
  return shanghai(at).format('YYYY-MM-DD');
}

/**
 * The try that a chief has not looked at yet. None when the household was contacted in that week after all (the tries
 * stay as history), or when the week is excused already.
 */
export function waitingMiss({ entries, misses = {} }: Tries, household: string): Miss | undefined {
  const tries = misses[household] ?? [];
  if (entries[household] || tries.some(({ review }) => review?.verdict === 'excused')) return undefined;
  return [...tries].reverse().find(({ review }) => review === undefined);
}

/**
 * A chief's word on a household that could not be reached: on every try that still waits.
 * @throws Refusal NOT_FOUND when nothing was said, NOT_NOW when nothing waits
 */
export function withReview(
  sheet: Tries,
  household: string,
  review: NonNullable<Miss['review']>,
): Record<string, Miss[]> {
  const tries = sheet.misses?.[household];
  if (!tries) throw new Refusal('NOT_FOUND', { path: 'household' });
  if (!waitingMiss(sheet, household)) throw new Refusal('NOT_NOW', { path: 'household' });
  return { ...sheet.misses, [household]: tries.map((one) => (one.review ? one : { ...one, review })) };
}
