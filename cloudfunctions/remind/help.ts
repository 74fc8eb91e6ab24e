import type { AreaCode } from '../../domain/area/area';
import type { Owed } from '../../domain/notice/notice';
import type { WeekKey } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { all } from '../kit/collections';
import { notify } from '../kit/dispatch';
import { helpIn, type Needy } from '../kit/workers';

/** How many workers a digest names. */
const NAMED = 3;

/** Tells the chiefs of a village's grids which workers may need help after last week. Four reads, and the telling. */
export async function tellChiefs(village: AreaCode, week: WeekKey, at: Millis): Promise<number> {
  const [grids, needy] = await Promise.all([
    all('areas', (areas) => areas.where({ parent: village }).limit(1000)),
    helpIn(village, week),
  ]);
  return notify(
    grids.flatMap(({ _id, path, name }) => {
      const own = needy.filter(({ grid }) => grid === _id);
      return own.length > 0 ? [helpDigest({ code: _id, path, name }, week, own, at)] : [];
    }),
  );
}

function helpDigest(
  grid: { code: AreaCode; path: string; name: string },
  week: WeekKey,
  needy: readonly Needy[],
  at: Millis,
): Owed {
  return {
    key: `help.${grid.code}.${week}`,
    kind: 'help-needed',
    to: { post: { role: 'chief', area: grid.code } },
    about: { kind: 'coverage', id: grid.code },
    urgent: false,
    at,
    facts: {
      name: grid.name,
      areaPath: grid.path,
      week,
      count: needy.length,
      names: needy.slice(0, NAMED).map(({ worker }) => worker.name),
    },
  };
}
