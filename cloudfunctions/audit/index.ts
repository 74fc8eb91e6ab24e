import { lastClosedWeek } from '../../domain/contact/sheet';
import { HOUR, MINUTE } from '../../domain/time/shanghai';
import { _ } from '../kit/cloud';
import { type CollectionName, collection } from '../kit/collections';
import { serveTimer } from '../kit/timer';

/** A sweep runs every ten minutes; twice missed is a fault. */
const SWEEP_LATE = 25 * MINUTE;
const OUTBOX_LATE = 15 * MINUTE;
/** Books close at midnight and are summed up from 00:20 to 02:40. */
const SUMMARY_LATE = 3 * HOUR;

/** Counts what should not exist and says that it looked; silence is an alarm. */
export const main = serveTimer(20, async (at) => {
  const [overdue, undelivered, lost, unclosed] = await Promise.all([
    count('problems', { nextAt: _.lt(at - SWEEP_LATE) }),
    count('problems', { owedAt: _.lt(at - OUTBOX_LATE) }),
    count('problems', { status: _.in(['reported', 'accepted', 'finished']), nextAt: _.exists(false) }),
    gridsWithoutSummary(lastClosedWeek(at - SUMMARY_LATE)),
  ]);
  const counts = { overdue, undelivered, lost, unclosed };
  await collection('heartbeats').doc('audit').set({ at, counts });
  return counts;
});

async function count(name: CollectionName, where: object): Promise<number> {
  return (await collection(name).where(where).count()).total ?? 0;
}

/** A finished week in which grids have not been summed up. */
async function gridsWithoutSummary(week: string): Promise<number> {
  const [grids, summaries] = await Promise.all([
    count('areas', { level: 'grid' }),
    count('summaries', { week }),
  ]);
  return Math.max(0, grids - summaries);
}
