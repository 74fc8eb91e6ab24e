import type { AreaCode } from '../../domain/area/area';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { goRound } from '../kit/round';
import { stepsLeft } from '../kit/steps';
import { serveTimer } from '../kit/timer';
import { closeBooks } from './close';
import { monthOf } from './month';

/**
 * Settles points: every night it looks which months are due, goes through the places one by one, closes a year's books
 * when its time has come, and says that it looked. In a place a month is begun only when the one before it is complete:
 * a book knows by its last settled month what it has been given. A place that fails holds up no other one.
 */
export const main = serveTimer(40, async (at, until) => {
  const steps = await stepsLeft(at);
  const counts = { settled: 0, closed: 0, failed: 0, left: 0 };
  const stuck = new Set<AreaCode>();
  for (const step of steps) {
    const act =
      'month' in step ? await monthOf(step.month, at) : (place: AreaCode) => closeBooks(place, step.year, at);
    const { worked, failed, left } = await goRound(step.id, places, until, unlessStuck(stuck, act));
    counts['month' in step ? 'settled' : 'closed'] += worked;
    counts.failed = Math.max(counts.failed, failed);
    if (left > 0) return { ...counts, left };
  }
  return counts;
});

type Act = (place: AreaCode, next: AreaCode | undefined) => Promise<number>;

/** Where an earlier step has failed, the later ones wait for it. */
function unlessStuck(stuck: Set<AreaCode>, act: Act): Act {
  return async (place, next) => {
    if (stuck.has(place)) throw new Error('an earlier step is not done here');
    try {
      return await act(place, next);
    } catch (error) {
      stuck.add(place);
      throw error;
    }
  };
}

/** Villages, townships, the banner: whoever has an account lies in one of them. */
async function places(): Promise<string[]> {
  const areas = await all('areas', (some) =>
    some
      .where({ level: _.in(['banner', 'township', 'village']) })
      .field({ _id: true })
      .limit(1000),
  );
  return areas.map(({ _id }) => _id);
}
