import type { AreaCode } from '../../domain/area/area';
import type { Digest } from '../../domain/contact/digest';
import { leftDigest, leftOf } from '../../domain/contact/left';
import { rollupKey } from '../../domain/contact/sheet';
import type { Millis } from '../../domain/time/shanghai';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { notify } from '../kit/dispatch';
import { workersIn } from '../kit/workers';

/** How many households a digest names. */
const NAMED = 3;

/** Tells the workers of a village who is left this week. Four reads, and what telling costs. */
export async function tellWorkers(
  village: AreaCode,
  digest: Extract<Digest, { kind: 'left' }>,
  at: Millis,
): Promise<number> {
  const [workers, sheets] = await Promise.all([
    workersIn(village),
    all('sheets', (some) =>
      some
        .where({ rollup: rollupKey(village, digest.week) })
        .field({ tally: true })
        .limit(1000),
    ),
  ]);
  const slow = workers
    .map((worker) => ({ worker, left: leftOf(worker, digest.week, sheets, at) }))
    .filter(({ left }) => left.length > 0);
  const heads = await headsOf(slow.flatMap(({ left }) => left.slice(0, NAMED)));
  return notify(
    slow.map(({ worker, left }) => {
      const names = left.slice(0, NAMED).flatMap((household) => heads.get(household) ?? []);
      return leftDigest(worker, digest, left, names, at);
    }),
  );
}

async function headsOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const cards = await all('households', (some) =>
    some
      .where({ _id: _.in(ids) })
      .field({ head: true })
      .limit(1000),
  );
  return new Map(cards.map(({ _id, head }) => [_id, head]));
}
