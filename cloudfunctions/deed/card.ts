import { tiesToDeed } from '../../domain/access/duty';
import { contains } from '../../domain/area/area';
import type { DeedCard } from '../../domain/contract/views';
import type { Deed } from '../../domain/deed/deed';
import { maskedName } from '../../domain/deed/mask';
import type { Person } from '../../domain/person/person';
import type { Millis } from '../../domain/time/shanghai';

/** Whoever has to do with the deed, and colleagues of the same organisation, see who does it. */
export function seesNames(deed: Deed, person: Person): boolean {
  return tiesToDeed(deed, person).size > 0 || person.posts.some(({ area }) => contains(deed.area, area));
}

/** A deed as a line of its list. */
export function deedCard(deed: Deed, named: boolean, at: Millis): DeedCard {
  const { responsible, benefit, endedAt } = deed;
  return {
    id: deed._id,
    list: deed.list,
    area: { code: deed.area, path: deed.areaPath },
    promise: deed.promise,
    responsible: {
      name: named ? responsible.name : maskedName(responsible.name),
      ...(responsible.unit ? { unit: responsible.unit } : {}),
    },
    dueAt: deed.dueAt,
    status: deed.status,
    late: deed.status === 'promised' && deed.dueAt < at,
    ...(benefit ? { benefit } : {}),
    source: deed.source.kind,
    createdAt: deed.createdAt,
    ...(endedAt ? { endedAt } : {}),
  };
}
