import { lastClosedWeek } from '../../domain/contact/sheet';
import { OPEN_STATUSES } from '../../domain/problem/problem';
import { HOUR, MINUTE, type Millis } from '../../domain/time/shanghai';
import { _ } from '../kit/cloud';
import { collection } from '../kit/collections';
import { OWING } from '../kit/dispatch';

/** A sweep runs every ten minutes; twice missed is a fault. */
const SWEEP_LATE = 25 * MINUTE;
const OUTBOX_LATE = 15 * MINUTE;
/** Books close at midnight and are summed up from 00:20 to 02:40. */
const SUMMARY_LATE = 3 * HOUR;

/** What should not exist, each by its name in `domain/health`. */
const FAULTS: Record<string, (at: Millis) => Promise<number>> = {
  overdue: (at) => count('problems', { nextAt: _.lt(at - SWEEP_LATE) }),
  undelivered: async (at) => {
    const owed = await Promise.all(OWING.map((name) => count(name, { owedAt: _.lt(at - OUTBOX_LATE) })));
    return owed.reduce((sum, one) => sum + one, 0);
  },
  unclosed: (at) => gridsWithoutSummary(lastClosedWeek(at - SUMMARY_LATE)),
  lost: () => count('problems', { status: _.in([...OPEN_STATUSES]), nextAt: _.exists(false) }),
};

export async function countFaults(at: Millis): Promise<Record<string, number>> {
  const counted = await Promise.all(
    Object.entries(FAULTS).map(async ([name, look]) => [name, await look(at)] as const),
  );
  return Object.fromEntries(counted);
}

async function count(name: Parameters<typeof collection>[0], where: object): Promise<number> {
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
