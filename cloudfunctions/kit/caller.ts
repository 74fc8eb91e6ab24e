import { Refusal } from '../../domain/error/refusal';
import { type Person, rolesOf } from '../../domain/person/person';
import type { Millis } from '../../domain/time/shanghai';
import { openidOf } from './bearer';
import { all } from './collections';
import type { ClientDoor } from './door';

/** Whom the platform knows; the registry may not. */
export interface Stranger {
  person?: Person;
  openid: string;
  /** `platform`: WeChat said who it is. `bearer`: a session minted earlier says so. */
  via: 'platform' | 'bearer';
}

export interface Caller extends Stranger {
  person: Person;
}

/**
 * Who is calling, from the platform or from a signed session, never from the input. One read.
 * @throws Refusal UNAUTHENTICATED, SESSION_EXPIRED
 */
export async function identify(door: ClientDoor, at: Millis): Promise<Stranger> {
  const via = door.kind === 'platform' ? 'platform' : 'bearer';
  const openid = openidFrom(door, at);
  if (!openid) throw new Refusal('UNAUTHENTICATED');
  const [person] = await all('people', (people) => people.where({ openid }).limit(1));
  return { ...(person ? { person } : {}), openid, via };
}

/** Without a post and without a household there is nothing here for them yet. */
export function isRegistered(caller: Stranger): caller is Caller {
  return caller.person !== undefined && rolesOf(caller.person).length > 0;
}

function openidFrom(door: ClientDoor, at: Millis): string {
  return door.kind === 'platform' ? door.openid : openidOf(door.authorization, at);
}
