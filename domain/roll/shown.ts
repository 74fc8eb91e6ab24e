import { openAppeals } from '../evaluation/appeal';
import type { Evaluation } from '../evaluation/evaluation';
import { DAY, type Millis } from '../time/shanghai';
import type { Roll, RollConsent, TopLine } from './roll';

/** What keeps a line from being shown. */
export const WAITS = ['final', 'recommendation', 'consent', 'withdrawn', 'expired'] as const;
export type Wait = (typeof WAITS)[number];

/** Two people, each for themselves. */
export const RECOMMENDERS = 2;
/** 公示期: for so long whoever knows better is asked to say so. */
const OBJECTIONS: Millis = 7 * DAY;

/** What a line's showing depends on outside of it. */
export interface Ground {
  /** The list it comes from is final and nobody appeals. */
  final: boolean;
}

/** An appeal that is open freezes everything that was made of the evaluation. */
export function isSettled(evaluation: Pick<Evaluation, 'state' | 'candidates'> | undefined): boolean {
  return evaluation?.state === 'final' && openAppeals(evaluation) === 0;
}

/** Households' lists rest on closed books, not on an evaluation. */
export function groundOf({ subjects }: Pick<Roll, 'subjects'>, evaluation: Evaluation | undefined): Ground {
  return { final: subjects === 'household' || isSettled(evaluation) };
}

export function recommenders({ recommendations }: Pick<TopLine, 'recommendations'>): number {
  return new Set(recommendations.map(({ person }) => person)).size;
}

/** The consent that counts, whether or not it still stands. */
export function lastConsent({ consents }: Pick<TopLine, 'consents'>): RollConsent | undefined {
  return consents.at(-1);
}

/** Empty: everybody may see the name now. */
export function waitsFor(line: TopLine, { final }: Ground, now: Millis): Wait[] {
  const consent = lastConsent(line);
  const waits: Record<Wait, boolean> = {
    final: !final,
    recommendation: recommenders(line) < RECOMMENDERS,
    consent: consent === undefined,
    withdrawn: consent?.withdrawnAt !== undefined,
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
