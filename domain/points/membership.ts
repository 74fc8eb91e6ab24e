import { Refusal } from '../error/refusal';
import type { Millis } from '../time/shanghai';
import type { Signatory } from './entry';

/** Wording of the consent to take part in points; grows with every change of the text shown (`src/i18n`). */
export const POINTS_CONSENT_VERSION = '2026-11.2' as const;
/** Every wording there was, oldest first; the one that is replaced goes before the last. */
export const POINTS_CONSENT_VERSIONS: readonly string[] = ['2026-11', POINTS_CONSENT_VERSION];

/** A household's wish to take part: whose, when, in which wording. */
export interface Membership {
  at: Millis;
  by: Signatory;
  version: string;
  /** Who of the family said yes, when its worker wrote it down for them. */
  agreedBy?: string;
  /** Said yes again, to a wording that had changed; the last one counts. */
  renewals?: Renewal[];
}

export type Renewal = Omit<Membership, 'renewals'>;

/** Who ended it; `agreedBy` of the family when its worker wrote it down. */
export interface Leaver extends Signatory {
  agreedBy?: string;
}

/** As it stands in a book. */
export interface Standing {
  joined?: Membership;
  leftAt?: Millis;
}

/** The wording that it last said yes to. */
export function wordingOf({ version, renewals = [] }: Membership): string {
  return renewals.at(-1)?.version ?? version;
}

/**
 * Whether what the wording `after` did not say yet is news to who agreed to `agreed`: by their places in the list, for
 * as text `2026-11.10` stands before `2026-11.2`. To a wording that is not known all is news.
 */
export function isNews(after: string, agreed: string, versions = POINTS_CONSENT_VERSIONS): boolean {
  return versions.indexOf(after) >= versions.indexOf(agreed);
}

/**
 * Takes part, and has seen the wording as it is now. What is used otherwise than it was told needs a new yes (PIPL
 * art. 14): until then all that it has stays as it is, and nothing new begins.
 */
export function hasAgreed(standing: Standing): boolean {
  const { joined } = standing;
  return joined !== undefined && hasJoined(standing) && wordingOf(joined) === POINTS_CONSENT_VERSION;
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

/** @throws Refusal NOT_NOW when it takes no part, or has not seen how the wording has changed */
export function mustHaveAgreed(standing: Standing, path: 'household' | 'account' = 'household'): void {
  mustHaveJoined(standing);
  if (!hasAgreed(standing)) throw new Refusal('NOT_NOW', { path, words: CHANGED });
}

const CHANGED = {
  zh: '积分的说明改了，这一户看过、说继续参加，才能接着办',
  en: 'What is told about points has changed: this household has to see it and say yes again first',
};
