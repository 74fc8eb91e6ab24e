import { type AreaCode, levelOf } from '../../domain/area/area';
import type { Year } from '../../domain/points/account';
import { yearOf } from '../../domain/points/calendar';
import { beginning, isToClose, type Settling, type Stretch, stretchesDue } from '../../domain/points/due';
import type { Millis } from '../../domain/time/shanghai';
import { isDuplicate } from './aggregate';
import { collection, one } from './collections';
import { whole } from './whole';

/** How far every place is. One read. */
export function settlings(): Promise<Settling[]> {
  return whole('settlings', {}, { since: true, month: true, year: true });
}

/** Villages in which points were counted in the year: nobody looks back on a time in which the system was not there. */
export async function villagesInPoints(year: Year): Promise<AreaCode[]> {
  const known = await settlings();
  return known
    .filter(({ _id, since }) => levelOf(_id) === 'village' && yearOf(since) <= year)
    .map(({ _id }) => _id);
}

/** Points begin in these places. One write; who comes second finds them begun. */
export async function begin(places: readonly AreaCode[], at: Millis): Promise<Settling[]> {
  if (places.length === 0) return [];
  const begun = places.map((place) => beginning(place, at));
  try {
    await collection('settlings').add(begun);
    return begun;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const asked = new Set(places);
    return (await settlings()).filter(({ _id }) => asked.has(_id));
  }
}

/** Everything that is due anywhere; where points have not begun, what would be. One read. */
export async function stretchesLeft(at: Millis): Promise<Stretch[]> {
  const known = await settlings();
  return (known.length > 0 ? known : [beginning('', at)]).flatMap((one) => stretchesDue(one, at));
}

/** Whether the clock still comes to close that year in the place. One read. */
export async function closesYet(place: AreaCode, year: Year, at: Millis): Promise<boolean> {
  return isToClose((await one('settlings', place)) ?? beginning(place, at), year, at);
}
