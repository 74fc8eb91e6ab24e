import { createHash } from 'node:crypto';

/** SHA-256 of a canonical text, as it is printed on a list. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
