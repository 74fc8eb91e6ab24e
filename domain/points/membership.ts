import { Refusal } from '../error/refusal';
import type { Millis } from '../time/shanghai';
import type { Signatory } from './entry';

/** Wording of the consent to take part in points; grows with every change of the text shown (`src/i18n`). */
export const POINTS_CONSENT_VERSION = '2026-11.2' as const;

/** A household's wish to take part: whose, when, in which wording. */
export interface Membership {
  at: Millis;
  by: Signatory;
  version: string;
  /** Who of the family said yes, when its worker wrote it down for them. */
  agreedBy?: string;
}

/** Who ended it; `agreedBy` of the family when its worker wrote it down. */
export interface Leaver extends Signatory {
  agreedBy?: string;
}

/** As it stands in a book. */
export interface Standing {
  joined?: Membership;
  leftAt?: Millis;
}

export function hasJoined({ joined, leftAt }: Standing): boolean {
  return joined !== undefined && leftAt === undefined;
}

/** @throws Refusal NOT_NOW */
export function mustHaveJoined(standing: Standing): void {
  if (hasJoined(standing)) return;
  throw new Refusal('NOT_NOW', {
    path: 'household',
    words: { zh: '这一户还没有参加积分', en: 'This household does not take part in points' },
  });
}
