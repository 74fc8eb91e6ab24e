import type { AreaCode } from '../area/area';
import type { Audience } from '../notice/notice';
import type { PostRole } from '../person/person';

/** Somebody who can be given a hand in a matter: a desk (a unit's, mostly), or one person. Named to the reporter. */
export type Party =
  | { kind: 'desk'; key: string; role: PostRole; area: AreaCode; unit?: string; name: string }
  /** `key` is the person's id, so that one index finds desks' and persons' matters. */
  | { kind: 'person'; key: string; role: PostRole; area: AreaCode; name: string };

/** Another resident with the same problem, who hears what the reporter hears. */
export interface Follower {
  person: string;
  name: string;
}

export function audienceOf(party: Party): Audience {
  if (party.kind === 'person') return { person: party.key };
  const { role, area, unit } = party;
  return { post: { role, area, ...(unit ? { unit } : {}) } };
}

/** Who can hold a matter or lead it as a desk. */
export const DESK_ROLES = [
  'chief',
  'secretary',
  'official',
  'handler',
  'supervisor',
] as const satisfies PostRole[];

/**
 * Of a desk's matters: what must be done now (as holder, as lead, a request to answer), as lead only, as helper only,
 * suspended, waiting for the reporter, all that are open.
 */
export const DESK_FILTERS = ['now', 'lead', 'helper', 'suspended', 'waiting', 'all'] as const;
export type DeskFilter = (typeof DESK_FILTERS)[number];
