import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import type { Millis } from '../../domain/time/shanghai';
import { openidOf } from './bearer';
import { all } from './collections';
import type { ClientDoor } from './door';

export interface Caller {
  person: Person;
  openid: string;
  /** `platform`: WeChat said who it is. `bearer`: a session minted earlier says so. */
  via: 'platform' | 'bearer';
}

/**
 * Who is calling, from the platform or from a signed session, never from the input. One read.
 * @throws Refusal UNAUTHENTICATED, SESSION_EXPIRED, NOT_REGISTERED
 */
export async function identify(door: ClientDoor, at: Millis): Promise<Caller> {
  const via = door.kind === 'platform' ? 'platform' : 'bearer';
  const openid = openidFrom(door, at);
  if (!openid) throw new Refusal('UNAUTHENTICATED');
  const [person] = await all('people', (people) => people.where({ openid }).limit(1));
  if (!person) throw new Refusal('NOT_REGISTERED');
  return { person, openid, via };
}

function openidFrom(door: ClientDoor, at: Millis): string {
  return door.kind === 'platform' ? door.openid : openidOf(door.authorization, at);
}
