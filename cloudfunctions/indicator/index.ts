import { tiesToArea } from '../../domain/access/duty';
import { mayTouch } from '../../domain/access/table';
import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { addUp, NO_INDICATORS } from '../../domain/indicator/indicator';
import { indicatorSpan } from '../../domain/indicator/period';
import { shownFigures } from '../../domain/indicator/shown';
import { monthKey } from '../../domain/time/period';
import { all } from '../kit/collections';
import { type Call, serve } from '../kit/serve';
import { countedBelow } from './counted';

/** Indicators by one definition: the same number on every screen and in every export. */
export const main = serve('indicator', { table });

/** One area and those one level below it, from one aggregation over the matters of the period. */
async function table({
  input,
  caller: { person },
  at,
}: Call<'indicator.table'>): Promise<Outputs['indicator.table']> {
  const area = input.area ?? person.posts[0]?.area ?? person.area;
  if (!mayTouch('indicator.table', tiesToArea(area, person)))
    throw new Refusal('NOT_YOURS', { path: 'area' });
  const period = input.period ?? monthKey(at);
  const [own, below, counted] = await Promise.all([
    all('areas', (some) => some.where({ _id: area })),
    all('areas', (some) => some.where({ parent: area }).orderBy('_id', 'asc').limit(1000)),
    countedBelow(area, indicatorSpan(period), at),
  ]);
  if (!own[0]) throw new Refusal('NOT_FOUND', { path: 'area' });
  const rows = (below.length > 0 ? below : own).map(({ _id, name }) => ({
    area: { code: _id, name },
    ...shownFigures(counted.get(_id) ?? NO_INDICATORS),
  }));
  return {
    area: { code: area, name: own[0].name },
    period,
    all: shownFigures(addUp([...counted.values()])),
    rows,
    asOf: at,
  };
}
