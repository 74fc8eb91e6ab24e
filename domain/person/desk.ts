import { type AreaCode, areaAt, LEVELS, type Level, levelOf } from '../area/area';
import { deskKey, LEVEL_ROLE, type Person, type PostRole } from './person';

export interface Desk {
  key: string;
  role: PostRole;
  area: AreaCode;
  level: Level;
}

/** The desks above an area, the nearest first: grid chief, village secretary, township and banner officials. */
export function desksAbove(area: AreaCode): Desk[] {
  const own = LEVELS.indexOf(levelOf(area));
  return LEVELS.slice(0, own + 1)
    .reverse()
    .map((level) => {
      const seat = areaAt(area, level);
      return { key: deskKey(LEVEL_ROLE[level], seat), role: LEVEL_ROLE[level], area: seat, level };
    });
}

/** A desk at which somebody sits, by the name that the reporter is told. */
export interface Seat {
  level: Level;
  name: string;
}

/** The staffed desks above an area, the nearest first. */
export function seatsOf(area: AreaCode, people: readonly Person[]): Seat[] {
  return desksAbove(area).flatMap(({ key, level }) => {
    const seated = people.find((person) => person.desks.includes(key));
    return seated ? [{ level, name: seated.name }] : [];
  });
}
