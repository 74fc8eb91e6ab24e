import type { Cloud } from '../../local/cloud';
import { YEAR } from './banner-year';
import { startLone } from './lone';

const BANNER = '150625';

/** So many villages apart, from the one with the most books to those with the fewest. */
const EVERY = 10;

export interface Retold {
  calls: number;
  /** Length of the longest call and of all, ms. */
  longest: number;
  total: number;
  /** MB at most. */
  memory: number;
  heap: number;
  /** Whether every village came out as it stands in its books. */
  same: boolean;
}

/**
 * What somebody at the banner asks for once the year is closed, a village in each call: what a version of the rules would
 * have booked, and the list told anew from the raw records.
 */
export async function retellAll(cloud: Cloud): Promise<Record<'dryRun' | 'replay', Retold>> {
  return {
    dryRun: await retell(cloud, 'dryRun', { version: 'default.1' }, ({ was, would }) => was === would),
    replay: await retell(cloud, 'replay', {}, ({ same }) => same === true),
  };
}

async function retell(
  cloud: Cloud,
  action: string,
  input: object,
  isSame: (data: Record<string, unknown>) => boolean,
): Promise<Retold> {
  const [official] = cloud.store.find('people', { filter: { desks: `official@${BANNER}` }, limit: 1 });
  const villages = villagesBySize(cloud).filter((_, n) => n % EVERY === 0);
  const lone = await startLone(cloud, 'points');
  const lengths: number[] = [];
  let same = true;
  for (const village of villages) {
    const begun = performance.now();
    const answer = await lone.invoke(
      { action, input: { ...input, village, year: YEAR } },
      String(official?.openid),
    );
    const { data, error } = answer as { data?: Record<string, unknown>; error?: unknown };
    if (!data) throw new Error(JSON.stringify(error));
    lengths.push(performance.now() - begun);
    same &&= isSame(data);
  }
  const { memory, heap } = lone.told();
  await lone.stop();
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return { calls: lengths.length, longest: Math.max(...lengths), total, memory, heap, same };
}

function villagesBySize({ store }: Cloud): string[] {
  return store
    .find('areas', { filter: { level: 'village' } })
    .map(({ _id }) => ({
      village: String(_id),
      books: store.count('books', { area: String(_id), year: YEAR }),
    }))
    .sort((a, b) => b.books - a.books || (a.village < b.village ? -1 : 1))
    .map(({ village }) => village);
}
