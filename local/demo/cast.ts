import { areaAt } from '../../domain/area/area';
import { deskKey, type Person } from '../../domain/person/person';
import type { Filter, Store } from '../cloud';
import { Refusal } from '../http/reply';
import { cardOf, type PersonCard, personIn } from './directory';
import { STAGE_VILLAGE } from './scale';

export const STAGE_ROLES = ['resident', 'worker', 'chief', 'secretary'] as const;
export type StageRole = (typeof STAGE_ROLES)[number];
export type Cast = Record<StageRole, PersonCard>;

/** Four people who belong together: a resident, the worker of that household, the grid's chief, the village's secretary. */
export function castOf(store: Store): Cast {
  const first = (filter: Filter): Person => {
    const [doc] = store.find('people', { filter, limit: 1 });
    if (!doc)
      throw new Refusal(404, 'NOT_FOUND', { zh: '演示数据里没有这些人', en: 'The data has no such people' });
    return personIn(doc);
  };
  const known = store.find('people', { filter: { _id: `r${STAGE_VILLAGE}001-001` }, limit: 1 })[0];
  const resident = known ? personIn(known) : first({ household: { $exists: true } });
  const seat = (role: 'chief' | 'secretary', area: string) =>
    cardOf(first({ desks: deskKey(role, area) }), role);
  return {
    resident: cardOf(resident, 'resident'),
    worker: cardOf(first({ 'links.household': resident.household }), 'worker'),
    chief: seat('chief', resident.area),
    secretary: seat('secretary', areaAt(resident.area, 'village')),
  };
}
