import { type Area, type AreaCode, parentOf } from '../../domain/area/area';
import { inLanes, inParts } from '../kit/batches';
import { _, $ } from '../kit/cloud';
import { all, collection } from '../kit/collections';
import { every, PAGE } from './reading';

const LANES = 8;

/**
 * Counts the households of these grids anew, and adds them up to the banner. Counted, never added to: however often it
 * runs and whenever it dies, the next time is right.
 */
export async function recount(grids: readonly AreaCode[]): Promise<void> {
  const codes = [...new Set(grids)];
  const counts = new Map(codes.map((code) => [code, 0]));
  for (const some of inParts(codes, PAGE)) {
    const { data } = await collection('households')
      .aggregate()
      .match({ area: _.in(some), ended: _.exists(false) })
      .group({ _id: '$area', count: $.sum(1) })
      .limit(PAGE)
      .end();
    for (const { _id, count } of data as { _id: string; count: number }[]) counts.set(_id, count);
  }
  let level: Area[] = (
    await Promise.all(
      inParts(codes, PAGE).map((some) =>
        all('areas', (areas) => areas.where({ _id: _.in(some) }).limit(PAGE)),
      ),
    )
  ).flat();
  while (level.length > 0) {
    await write(level, counts);
    level = await addUp(level, counts);
  }
}

async function write(areas: readonly Area[], counts: ReadonlyMap<AreaCode, number>): Promise<void> {
  const stale = areas.filter(({ _id, households }) => counts.has(_id) && counts.get(_id) !== households);
  await inLanes(stale, LANES, async ({ _id }) => {
    await collection('areas')
      .doc(_id)
      .update({ households: counts.get(_id) });
  });
}

/** The areas above, with the sums of all their children in `counts`. */
async function addUp(areas: readonly Area[], counts: Map<AreaCode, number>): Promise<Area[]> {
  const parents = [...new Set(areas.flatMap(({ _id }) => parentOf(_id) ?? []))];
  if (parents.length === 0) return [];
  for (const code of parents) counts.set(code, 0);
  for (const child of await every('areas', { parent: _.in(parents) }))
    counts.set(
      child.parent ?? '',
      (counts.get(child.parent ?? '') ?? 0) + (counts.get(child._id) ?? child.households),
    );
  return all('areas', (above) => above.where({ _id: _.in(parents) }).limit(PAGE));
}
