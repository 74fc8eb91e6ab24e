import { areaAt } from '../../domain/area/area';
import { deskKey, type Person } from '../../domain/person/person';
import type { Filter, Store } from '../cloud';
import { Refusal } from '../http/reply';
import { cardOf, type PersonCard, personIn } from './directory';
import { STAGE_VILLAGE } from './scale';

export const STAGE_ROLES = ['resident', 'worker', 'chief', 'secretary'] as const;
export type StageRole = (typeof STAGE_ROLES)[number];
export type Cast = Record<StageRole, PersonCard>;

/**
 * Four people who belong together: a resident, the worker of that household, the grid's chief, the village's secretary.
 * @param around id of one of them; without it, the ones the stage begins with
 * @throws Refusal NOT_FOUND when there are no such people
 */
export function castOf(store: Store, around?: string): Cast {
  const find = (filter: Filter): Person | undefined => {
    const [doc] = store.find('people', { filter, limit: 1 });
    return doc && personIn(doc);
  };
  const first = (...filters: Filter[]): Person => {
    for (const filter of filters) {
      const found = find(filter);
      if (found) return found;
    }
    throw new Refusal(
      404,
      'NOT_FOUND',
      { zh: '没有这些人', en: 'There are no such people' },
      around ? 'around' : undefined,
    );
  };
  const centre = around === undefined ? undefined : first({ _id: around });
  const resident = centre?.household
    ? centre
    : first(...neighbours(centre), { household: { $exists: true } });
  const seat = (role: 'chief' | 'secretary', area: string) =>
    cardOf(first({ desks: deskKey(role, area) }), role);
  return {
    resident: cardOf(resident, 'resident'),
    worker: cardOf(first({ 'links.household': resident.household }), 'worker'),
    chief: seat('chief', resident.area),
    secretary: seat('secretary', areaAt(resident.area, 'village')),
  };
}

/** Residents to begin with, the nearest first: of the worker's households, of the area, of the stage's village. */
function neighbours(centre: Person | undefined): Filter[] {
  if (!centre) return [{ _id: `r${STAGE_VILLAGE}001-001` }];
  const linked = (centre.links ?? []).map((link) => link.household);
  return [
    ...(linked.length > 0 ? [{ household: { $in: linked } }] : []),
    { household: { $exists: true }, area: new RegExp(`^${centre.area}`) },
  ];
}
