import { Refusal } from '../../domain/error/refusal';

/**
 * The environment's own secret: signs sessions and seals folders.
 * @throws Refusal UNAVAILABLE when the environment has no SESSION_SECRET of at least 32 characters
 */
export function secret(): string {
  const value = process.env.SESSION_SECRET;
  if (!value || value.length < 32) throw new Refusal('UNAVAILABLE');
  return value;
}
