import { openAppeals } from '../evaluation/appeal';
import type { Evaluation } from '../evaluation/evaluation';
import { ownerOf } from '../points/account';
import type { PointsBook } from '../points/book';
import { hasJoined, type Standing } from '../points/membership';
import { DAY, type Millis } from '../time/shanghai';
import type { Recommendation, Roll, RollConsent, TopLine } from './roll';

/** What keeps a line from being shown. */
export const WAITS = ['final', 'recommendation', 'consent', 'withdrawn', 'left', 'expired'] as const;
export type Wait = (typeof WAITS)[number];

/** Two people, each for themselves. */
export const RECOMMENDERS = 2;
/** 公示期: for so long whoever knows better is asked to say so. */
const OBJECTIONS: Millis = 7 * DAY;

/** What a line's showing depends on outside of it. */
export interface Ground {
  /** The list it comes from is final and nobody appeals. */
  final: boolean;
  /** Households whose consent fell away: whoever gave it lives there no longer, or the household takes part no longer. */
  left: ReadonlySet<string>;
}

/** An appeal that is open freezes everything that was made of the evaluation. */
export function isSettled(evaluation: Pick<Evaluation, 'state' | 'candidates'> | undefined): boolean {
  return evaluation?.state === 'final' && openAppeals(evaluation) === 0;
}

/** Households' lists rest on closed books, not on an evaluation. */
export function groundOf(
  { subjects }: Pick<Roll, 'subjects'>,
  evaluation: Evaluation | undefined,
  left: ReadonlySet<string> = new Set(),
): Ground {
  return { final: subjects === 'household' || isSettled(evaluation), left };
}

/**
 * Whose consent fell away by itself. A household agrees by somebody who lives there, as long as they do and as long as
 * it takes part.
 * @param homes of those who consented
 * @param books of the households, of any years: the latest says whether it takes part
 */
export function leftOf(
  { top }: Pick<Roll, 'top'>,
  homes: ReadonlyMap<string, string | undefined>,
  books: readonly Pick<PointsBook, 'account' | 'year' | 'joined' | 'leftAt'>[],
): Set<string> {
  const latest = new Map<string, Standing>();
  for (const book of [...books].sort((a, b) => a.year.localeCompare(b.year)))
    latest.set(ownerOf(book.account).owner, book);
  const gone = ({ subject, consents }: TopLine): boolean => {
    const consent = lastConsent({ consents });
    return (
      consent !== undefined && (homes.get(consent.by.person) !== subject || !takesPart(latest.get(subject)))
    );
  };
  return new Set(top.filter(gone).map(({ subject }) => subject));
}

function takesPart(book: Standing | undefined): boolean {
  return book !== undefined && hasJoined(book);
}

/** The name its owner agreed to publish: of a household that of whoever agreed, nobody else's. */
export function publishedName({ name, consents }: TopLine, { subjects }: Pick<Roll, 'subjects'>): string {
  return subjects === 'worker' ? name : (lastConsent({ consents })?.by.name ?? '');
}

/** What nobody has taken back. */
export function standingFor({ recommendations }: Pick<TopLine, 'recommendations'>): Recommendation[] {
  return recommendations.filter(({ withdrawnAt }) => withdrawnAt === undefined);
}

export function recommenders(line: Pick<TopLine, 'recommendations'>): number {
  return new Set(standingFor(line).map(({ person }) => person)).size;
}

/** The consent that counts, whether or not it still stands. */
export function lastConsent({ consents }: Pick<TopLine, 'consents'>): RollConsent | undefined {
  return consents.at(-1);
}

/** Empty: everybody may see the name now. */
export function waitsFor(line: TopLine, { final, left }: Ground, now: Millis): Wait[] {
  const consent = lastConsent(line);
  const waits: Record<Wait, boolean> = {
    final: !final,
    recommendation: recommenders(line) < RECOMMENDERS,
    consent: consent === undefined,
    withdrawn: consent?.withdrawnAt !== undefined,
    left: left.has(line.subject),
    expired: consent !== undefined && consent.until <= now,
  };
  return WAITS.filter((wait) => waits[wait]);
}

export function isShown(line: TopLine, ground: Ground, now: Millis): boolean {
  return waitsFor(line, ground, now).length === 0;
}

/** Until when objections are asked for. */
export function objectionsUntil({ publishedAt }: Pick<TopLine, 'publishedAt'>): Millis | undefined {
  return publishedAt === undefined ? undefined : publishedAt + OBJECTIONS;
}
