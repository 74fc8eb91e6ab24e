import { lastClosedWeek } from '../../domain/contact/sheet';
import { closingRound } from '../../domain/contact/summary';
import { all } from '../kit/collections';
import { goRound } from '../kit/round';
import { serveTimer } from '../kit/timer';
import { closeVillage } from './village';

/**
 * Freezes the last week whose books are closed, village by village: on Tuesday from 00:20 on; every other night it
 * finds that nothing is left, or goes on with what a fault left behind. The summary's key is the lock.
 */
export const main = serveTimer(40, async (at, until) => {
  const week = lastClosedWeek(at);
  const { worked, failed, left } = await goRound(closingRound(week), villages, until, (village) =>
    closeVillage(village, week, at),
  );
  return { closed: worked, failed, left };
});

async function villages(): Promise<string[]> {
  return (await all('areas', (areas) => areas.where({ level: 'village' }).limit(1000))).map(({ _id }) => _id);
}
