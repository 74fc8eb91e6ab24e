import { sha256 } from '../../cloudfunctions/kit/sha256';
import type { AccountId } from '../../domain/points/account';
import { closesAt, monthAfter, settlesAt } from '../../domain/points/calendar';
import { replay } from '../../domain/points/replay';
import type { MonthKey } from '../../domain/time/period';
import { HOUR } from '../../domain/time/shanghai';
import type { Cloud } from '../../local/cloud';
import { YEAR } from './banner-year';

export const MONTHS: readonly MonthKey[] = Array.from({ length: 12 }, (_, n) => monthAfter(`${YEAR}-01`, n));
const TIMER = { Type: 'Timer', TriggerName: 'bench', Time: '' };

interface Firing {
  settled: number;
  closed: number;
  failed: number;
  left: number;
}

/** Calls the settling function, in the cloud's own host or in a process of its own. */
type Settle = (event: unknown) => Promise<unknown>;

export function settleIn(cloud: Cloud): Settle {
  return (event) => cloud.invoke('settle', event);
}

/** Fires the timer until nothing is left, at the cloud's own time. @returns the length of each firing, ms */
export async function settleAll(settle: Settle): Promise<number[]> {
  const firings: number[] = [];
  for (;;) {
    const begun = performance.now();
    const { data } = (await settle(TIMER)) as { data: Firing };
    firings.push(performance.now() - begun);
    if (data.failed === 0 && data.left === 0) return firings;
  }
}

/** Points begin with January everywhere; nothing is settled. The year's books are due to be closed. */
export async function beginYear({ store, clock }: Cloud): Promise<void> {
  for (const name of ['books', 'settlings', 'heartbeats']) store.remove(name, {}, true);
  const places = store.find('areas', { filter: { level: { $ne: 'grid' } } });
  store.bulkInsert(
    'settlings',
    places.map(({ _id }) => ({ _id, since: MONTHS[0] })),
  );
  await store.settled();
  await clock.set(CLOSING);
}

/** Settled for December, and the year closed. */
export function placesDone({ store }: Cloud): number {
  return store.count('settlings', { year: YEAR });
}

/** The night in which a month is settled, or, after December, the year closed. */
export function nightOf(month: MonthKey): number {
  return settlesAt(month) + HOUR;
}

export const CLOSING = closesAt(YEAR) + HOUR;

interface Row {
  account: AccountId;
  area: string;
  total: number;
  entries: Record<string, { version: string }>;
}

/** Every village ranked from its books; the hash of all lists together. */
export function rankAll(cloud: Cloud): { villages: number; accounts: number; hash: string } {
  const villages = cloud.store.find('areas', { filter: { level: 'village' }, sort: { _id: 1 } });
  const lists = villages.map(({ _id }) => {
    const village = String(_id);
    const books = cloud.store.find('books', {
      filter: { area: village, year: YEAR },
    }) as unknown as Row[];
    const workers = books.filter(({ account }) => account.startsWith('worker.'));
    const versions = workers.flatMap(({ entries }) => Object.values(entries).map(({ version }) => version));
    return replay({ village, year: YEAR, kind: 'worker', versions }, workers);
  });
  return {
    villages: lists.length,
    accounts: lists.reduce((sum, { lines }) => sum + lines.length, 0),
    hash: sha256(lists.map(({ text }) => text).join('\n\n')),
  };
}
