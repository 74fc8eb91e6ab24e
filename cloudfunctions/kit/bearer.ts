import jwt from 'jsonwebtoken';
import { Refusal } from '../../domain/error/refusal';
import { DAY, type Millis } from '../../domain/time/shanghai';
import { secret } from './secret';

/** How long an H5 session lasts. Posts are read anew at every call, so a lost post ends at once. */
export const SESSION_LIFE: Millis = 30 * DAY;

const ISSUER = 'yige';

/** A bearer that says who the platform said the caller is. */
export function mint(openid: string, at: Millis): { token: string; expiresAt: Millis } {
  const expiresAt = at + SESSION_LIFE;
  const claims = { sub: openid, iat: Math.floor(at / 1000), exp: Math.floor(expiresAt / 1000) };
  return { token: jwt.sign(claims, secret(), { algorithm: 'HS256', issuer: ISSUER }), expiresAt };
}

/** The openid in an `Authorization: Bearer …` header. @throws Refusal UNAUTHENTICATED, SESSION_EXPIRED */
export function openidOf(authorization: string | undefined, at: Millis): string {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
  if (!token) throw new Refusal('UNAUTHENTICATED');
  try {
    const claims = jwt.verify(token, secret(), {
      algorithms: ['HS256'],
      issuer: ISSUER,
      clockTimestamp: Math.floor(at / 1000),
    });
    if (typeof claims === 'object' && claims.sub) return claims.sub;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof jwt.TokenExpiredError) throw new Refusal('SESSION_EXPIRED');
  }
  throw new Refusal('UNAUTHENTICATED');
}
