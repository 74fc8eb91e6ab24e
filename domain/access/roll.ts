import { areaAt, contains, levelOf } from '../area/area';
import type { Person, PostRole } from '../person/person';
import type { Roll } from '../roll/roll';

/** Who evaluates; a chief belongs to no evaluation. */
const EVALUATORS: readonly PostRole[] = ['secretary', 'official', 'supervisor'];

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

export function tiesToVillage(village: string, person: Person): RollTies {
  const over = (roles: readonly PostRole[]) =>
    person.posts.some((post) => roles.includes(post.role) && contains(post.area, village));
  const isChief = person.posts.some(
    ({ role, area }) => role === 'chief' && levelOf(area) === 'grid' && areaAt(area, 'village') === village,
  );
  const holder = person.posts.some(({ role, area }) => role === 'secretary' && area === village);
  return {
    holder,
    organisation: holder || isChief,
    evaluator: over(EVALUATORS),
    signer: isChief || over(['secretary', 'official']),
  };
}

/** The line of such a roll that would be this person's own, or their household's. */
export function ownSubject({ subjects }: Pick<Roll, 'subjects'>, person: Person): string | undefined {
  return subjects === 'worker' ? person._id : person.household;
}
