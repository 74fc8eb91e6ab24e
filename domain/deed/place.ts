import type { AreaCode } from '../area/area';
import { levelOf } from '../area/area';
import { LEVEL_ROLE, type Person } from '../person/person';
import type { DeedList } from './deed';

export interface DeedPlace {
  list: DeedList;
  area: AreaCode;
  areaPath: string;
}

/** Lists that somebody may add to: the own one, and the organisation's whose desk is theirs. A grid has none. */
export function placesOf(person: Person): DeedPlace[] {
  const desk = person.posts.find(
    ({ role, area }) => levelOf(area) !== 'grid' && role === LEVEL_ROLE[levelOf(area)],
  );
  const own = person.posts[0];
  return [
    ...(desk ? [{ list: 'organisation' as const, area: desk.area, areaPath: desk.areaPath }] : []),
    ...(own ? [{ list: 'member' as const, area: own.area, areaPath: own.areaPath }] : []),
  ];
}
