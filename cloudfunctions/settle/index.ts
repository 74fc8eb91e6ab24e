import { type AreaCode, levelOf } from '../../domain/area/area';
import { afterStretch, type Settling, type Stretch, stretchesDue } from '../../domain/points/due';
import type { Millis } from '../../domain/time/shanghai';
import { inLanes } from '../kit/batches';
import { now } from '../kit/clock';
import { collection } from '../kit/collections';
import { begin, settlings } from '../kit/settlings';
import { serveTimer } from '../kit/timer';
import { whole } from '../kit/whole';
import { type AreaNamed, openFiring } from './firing';
import { settlePlace } from './place';

/** While one place is written, others are read. */
const PLACES_AT_ONCE = 3;

/**
 * Settles points: every night it looks which places have something due, and does in each all that is: the months in their
 * order, and the closing of the year. It stops between places; killed anywhere, a place may be done again, because a book
 * knows by its last settled month what it has been given. A place that fails holds up no other one.
 */
export const main = serveTimer(40, async (at, until) => {
  const counts = { settled: 0, closed: 0, failed: 0, left: 0 };
  const known = await settlings();
  if (known.length > 0 && dueOf(known, at).length === 0) return counts;
  const areas = await whole('areas', {}, { name: true, path: true, level: true, parent: true });
  const due = dueOf([...known, ...(await begin(newPlaces(areas, known), at))], at);
  const stretches = due.flatMap((one) => one.stretches);
  const firing = await openFiring(areas, stretches, at);
  const settle = async ({ settling, stretches }: Due): Promise<void> => {
    let reached = settling;
    for (const stretch of stretches) {
      const { settled, closed } = await settlePlace(settling._id, stretch, firing);
      counts.settled += settled;
      counts.closed += closed;
      reached = afterStretch(reached, stretch);
      const { _id, ...rest } = reached;
      await collection('settlings').doc(_id).update(rest);
    }
  };
  const begun = await inLanes(
    due,
    PLACES_AT_ONCE,
    (one) =>
      settle(one).catch((error) => {
        counts.failed += 1;
        console.error('[settle]', one.settling._id, error);
      }),
    () => now() < until,
  );
  return { ...counts, left: due.length - begun };
});

interface Due {
  settling: Settling;
  stretches: Stretch[];
}

/** Whoever lags behind has failed before, and comes last. */
function dueOf(all: readonly Settling[], at: Millis): Due[] {
  const order = ({ settling: { _id, month = '' } }: Due) => [month, _id] as const;
  return all
    .map((settling) => ({ settling, stretches: stretchesDue(settling, at) }))
    .filter(({ stretches }) => stretches.length > 0)
    .sort((a, b) => {
      const [[monthA, idA], [monthB, idB]] = [order(a), order(b)];
      return monthA === monthB ? (idA < idB ? -1 : 1) : monthA > monthB ? -1 : 1;
    });
}

/** Villages, townships, the banner: whoever has an account lies in one of them. */
function newPlaces(areas: readonly AreaNamed[], known: readonly Settling[]): AreaCode[] {
  const begun = new Set(known.map(({ _id }) => _id));
  return areas.map(({ _id }) => _id).filter((area) => levelOf(area) !== 'grid' && !begun.has(area));
}
