import { type AreaCode, contains } from '../area/area';
import type { ActionName } from '../contract/actions';
import { LEVEL_ROLE, type Person, type Post } from '../person/person';
import type { Roll, TopLine } from '../roll/roll';
import { standingFor } from '../roll/shown';
import { ACCESS, mayTouch, type Tie } from './table';

type RollAction = Extract<ActionName, `roll.${string}`>;

/**
 * Whether a post lets this person do it in that village. Only posts that the table lists for the action count: who is
 * secretary there and chief here is a chief here.
 */
export function mayIn(action: RollAction, village: AreaCode, person: Person): boolean {
  const roles: readonly string[] = ACCESS[action].roles;
  const ties = person.posts
    .filter(({ role }) => roles.includes(role))
    .flatMap((post) => tiesOf(post, village));
  return mayTouch(action, new Set(ties));
}

function tiesOf({ role, area }: Post, village: AreaCode): Tie[] {
  // A grid chief belongs to the village.
  const around = contains(area, village) || (role === 'chief' && contains(village, area));
  const atDesk = role === LEVEL_ROLE.village && area === village;
  return [...(around ? (['scope'] as const) : []), ...(atDesk ? (['holder'] as const) : [])];
}

/** How somebody stands to the village a roll is of. */
export interface RollTies {
  /** Sits at the village's desk. */
  holder: boolean;
  /** Secretary or chief of the village. */
  organisation: boolean;
  /** Evaluates it, from the village or from above. */
  evaluator: boolean;
  /** May recommend there. */
  signer: boolean;
}

export function tiesToVillage(village: AreaCode, person: Person): RollTies {
  const holder = mayIn('roll.repair', village, person);
  const isChief = person.posts.some(({ role, area }) => role === 'chief' && contains(village, area));
  return {
    holder,
    organisation: holder || isChief,
    evaluator: mayIn('roll.export', village, person),
    signer: mayIn('roll.recommend', village, person),
  };
}

/** Works or lives there. */
export function belongs(village: AreaCode, person: Person): boolean {
  return [person.area, ...person.posts.map(({ area }) => area)].some((area) => contains(village, area));
}

/** The line of such a roll that would be this person's own, or their household's. */
export function ownSubject({ subjects }: Pick<Roll, 'subjects'>, person: Person): string | undefined {
  return subjects === 'worker' ? person._id : person.household;
}

/** Has spoken for this line and not taken it back: they may, whatever post they have by now, and so see that line. */
export function hasRecommended(
  line: Pick<TopLine, 'recommendations'>,
  { _id }: Pick<Person, '_id'>,
): boolean {
  return standingFor(line).some(({ person }) => person === _id);
}

/** Something on it is theirs: a line, or a word for somebody else's. */
export function concerns(roll: Pick<Roll, 'subjects' | 'top' | 'bottom'>, person: Person): boolean {
  const mine = ownSubject(roll, person);
  return (
    (mine !== undefined && [...roll.top, ...roll.bottom].some(({ subject }) => subject === mine)) ||
    roll.top.some((line) => hasRecommended(line, person))
  );
}
