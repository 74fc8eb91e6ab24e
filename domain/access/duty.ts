import { type AreaCode, contains, levelOf } from '../area/area';
import type { Deed } from '../deed/deed';
import { LEVEL_ROLE, type Person } from '../person/person';
import type { Tie } from './table';

const LOOKS_INTO: readonly string[] = ['chief', 'secretary', 'official', 'supervisor', 'admin'];

/** How somebody stands to an area: `holder` sits at its desk, `scope` looks after it or after an area around it. */
export function tiesToArea(area: AreaCode, person: Person): Set<Tie> {
  const ties = new Set<Tie>();
  for (const post of person.posts) {
    if (post.area === area && post.role === LEVEL_ROLE[levelOf(area)]) ties.add('holder');
    if (LOOKS_INTO.includes(post.role) && contains(post.area, area)) ties.add('scope');
    // A grid chief belongs to the village and sees what it studies.
    if (post.role === 'chief' && contains(area, post.area) && levelOf(area) === 'village') ties.add('scope');
  }
  return ties;
}

/** How somebody stands to a deed: `own` promised it or is to do it. */
export function tiesToDeed(
  deed: Pick<Deed, 'area' | 'list' | 'owner' | 'responsible'>,
  person: Person,
): Set<Tie> {
  const ties = tiesToArea(deed.area, person);
  // An organisation's desk answers for its list; a member answers for the own one alone.
  if (deed.list === 'member') ties.delete('holder');
  if (deed.owner.person === person._id || deed.responsible.person === person._id) ties.add('own');
  return ties;
}
