import type { AreaCode } from '../../domain/area/area';
import { desksAbove, type Seat, seatsOf } from '../../domain/person/desk';
import { _ } from './cloud';
import { all } from './collections';

/** Who sits at the desks of this grid and above it, the nearest first. One read. */
export async function seatsAbove(area: AreaCode): Promise<Seat[]> {
  const keys = desksAbove(area).map((desk) => desk.key);
  return seatsOf(area, await all('people', (people) => people.where({ desks: _.in(keys) }).limit(1000)));
}

/** The same for many grids at once, from one read. */
export async function seatsOver(areas: readonly AreaCode[]): Promise<(area: AreaCode) => Seat[]> {
  const keys = new Set(areas.flatMap((area) => desksAbove(area).map((desk) => desk.key)));
  if (keys.size === 0) return () => [];
  const people = await all('people', (some) => some.where({ desks: _.in([...keys]) }).limit(1000));
  return (area) => seatsOf(area, people);
}
