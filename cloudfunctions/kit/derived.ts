import type { CommandStamp } from './aggregate';
import { sha256 } from './sha256';

/** The same command of the same person makes the same thing, however often it is said. @param prefix tells what it is */
export function derivedId(prefix: string, person: { _id: string }, { id }: Pick<CommandStamp, 'id'>): string {
  return `${prefix}${sha256(`${person._id} ${id}`).slice(0, 20)}`;
}
