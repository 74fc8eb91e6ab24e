import { randomBytes } from 'node:crypto';

/** Access tokens as `stable_token` gives them out: the same one until shortly before it expires. Times of the moved clock. */
export interface Tokens {
  issue(forceRefresh: boolean): { access_token: string; expires_in: number };
  /** `undefined` when good, otherwise WeChat's errcode. */
  refusal(token: string | null): 40001 | 41001 | 42001 | undefined;
}

const LIFETIME_S = 7200;
/** Within the last five minutes a new token is given out while the old one still works. */
const OVERLAP_MS = 300_000;

export function openTokens(now: () => number): Tokens {
  const known = new Map<string, number>();
  let current = '';
  return {
    issue(forceRefresh) {
      const expires = known.get(current) ?? 0;
      if (forceRefresh || expires - now() < OVERLAP_MS) {
        current = `local_${randomBytes(24).toString('hex')}`;
        known.set(current, now() + LIFETIME_S * 1000);
      }
      return { access_token: current, expires_in: Math.floor((known.get(current)! - now()) / 1000) };
    },
    refusal(token) {
      if (!token) return 41001;
      const expires = known.get(token);
      if (expires === undefined) return 40001;
      return expires > now() ? undefined : 42001;
    },
  };
}
