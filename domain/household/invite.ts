import { DAY, type Millis } from '../time/shanghai';
import type { Household } from './household';

/** Without 0, 1, I and O, which people confuse; 32 letters, so five bits each. */
export const CODE_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
export const CODE_LENGTH = 8;
/** How long a code opens the door; the next one takes its place. */
const INVITE_LIFE: Millis = 7 * DAY;

/** A code from `CODE_LENGTH` random bytes. */
export function codeFrom(random: Uint8Array): string {
  return [...random.subarray(0, CODE_LENGTH)].map((byte) => CODE_ALPHABET[byte & 31]).join('');
}

export function invite(household: Household, code: string, by: string, at: Millis): Household {
  return { ...household, invite: { code, until: at + INVITE_LIFE, by } };
}

/** The invite while it opens; a household that is gone invites nobody. */
export function openInvite(
  { invite, ended }: Pick<Household, 'invite' | 'ended'>,
  at: Millis,
): Household['invite'] {
  return invite && at < invite.until && !ended ? invite : undefined;
}
