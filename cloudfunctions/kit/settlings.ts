import { type AreaCode, levelOf } from '../../domain/area/area';
import { canLookBackOn } from '../../domain/evaluation/pace';
import type { Year } from '../../domain/points/account';
import { beginning, isToClose, type Settling, type Stretch, stretchesDue } from '../../domain/points/due';
import { versionAt } from '../../domain/points/version';
import type { Millis } from '../../domain/time/shanghai';
import { isDuplicate } from './aggregate';
import { collection, one } from './collections';
import { ruleVersions } from './rules';
import { whole } from './whole';

/** How far every place is. One read. */
export function settlings(): Promise<Settling[]> {
  return whole('settlings', {}, { since: true, month: true, year: true });
}

/** Villages that look back on the year: nobody does on a time in which the system was hardly there. Two reads. */
export async function villagesLookingBack(year: Year): Promise<AreaCode[]> {
  const [known, versions] = await Promise.all([settlings(), ruleVersions()]);
  const { scheme } = versionAt(versions, `${year}-12`);
  return known
    .filter((one) => levelOf(one._id) === 'village' && canLookBackOn(year, one, scheme))
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
