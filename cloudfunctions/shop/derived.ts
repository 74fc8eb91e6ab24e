import { createHash } from 'node:crypto';
import type { Person } from '../../domain/person/person';
import type { CommandStamp } from '../kit/aggregate';

/** The same command of the same person makes the same thing, however often it is said. */
export function derivedId(prefix: 'o' | 'g' | 'q', { _id }: Person, { id }: CommandStamp): string {
  return `${prefix}${createHash('sha256').update(`${_id} ${id}`).digest('hex').slice(0, 20)}`;
}
