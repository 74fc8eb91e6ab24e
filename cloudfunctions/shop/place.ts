import { type AreaCode, areaAt } from '../../domain/area/area';
import { type Person, postsOf } from '../../domain/person/person';

/** Villages whose shelf this person keeps. */
export function shelvesOf(person: Person): AreaCode[] {
  return unique(postsOf(person, 'secretary').map(({ area }) => area));
}

/** Villages at whose counter this person stands. */
export function countersOf(person: Person): AreaCode[] {
  return unique([...shelvesOf(person), ...gridsOf(person).map((grid) => areaAt(grid, 'village'))]);
}

/** Grids whose households a chief serves. */
export function gridsOf(person: Person): AreaCode[] {
  return unique(postsOf(person, 'chief').map(({ area }) => area));
}

function unique(areas: readonly AreaCode[]): AreaCode[] {
  return [...new Set(areas)];
}
