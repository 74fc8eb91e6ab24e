import { type AreaCode, areaAt, levelBelow, levelOf } from '../../domain/area/area';
import type { DeedTotals, Outputs } from '../../domain/contract/views';
import { placesOf } from '../../domain/deed/place';
import { Refusal } from '../../domain/error/refusal';
import { shanghai } from '../../domain/time/shanghai';
import { _, $ } from '../kit/cloud';
import { all, collection } from '../kit/collections';
import type { Call } from '../kit/serve';
import { defaultArea } from './list';

interface Row {
  _id: { area: AreaCode; list: 'organisation' | 'member' };
  done: number;
  total: number;
}

/** Done and total, list by list and area by area, from one aggregation over the deeds themselves. */
export async function totals({
  input,
  caller: { person },
  at,
}: Call<'deed.totals'>): Promise<Outputs['deed.totals']> {
  const area = input.area ?? defaultArea(person);
  const year = input.year ?? shanghai(at).format('YYYY');
  const [own, below, counted] = await Promise.all([
    all('areas', (some) => some.where({ _id: area })),
    all('areas', (some) => some.where({ parent: area }).orderBy('_id', 'asc').limit(1000)),
    countedBy(area, year),
  ]);
  if (!own[0]) throw new Refusal('NOT_FOUND', { path: 'area' });
  const sumOf = (rows: readonly Row[]): DeedTotals => ({
    organisation: add(rows.filter(({ _id }) => _id.list === 'organisation')),
    member: add(rows.filter(({ _id }) => _id.list === 'member')),
  });
  const rows = [...own, ...below].map(({ _id, name }) => ({
    area: { code: _id, name },
    totals: sumOf(counted.filter((row) => row._id.area === _id)),
  }));
  return {
    year,
    area: { code: area, name: own[0].name },
    all: sumOf(counted),
    rows: rows.filter(({ area: { code }, totals: { organisation, member } }) =>
      code === area ? organisation.total + member.total > 0 : true,
    ),
    adds: placesOf(person).map(({ list, area: code, areaPath }) => ({
      list,
      area: { code, path: areaPath },
    })),
    asOf: at,
  };
}

/** Grouped by the area one level below; what stands on the area's own list keeps its code. */
async function countedBy(area: AreaCode, year: string): Promise<Row[]> {
  const below = levelBelow(levelOf(area));
  const length = below ? areaAt('0'.repeat(15), below).length : area.length;
  const { data } = await collection('deeds')
    .aggregate()
    .match({ rollup: area, year, status: _.in(['promised', 'done']) })
    .group({
      _id: { area: $.substrCP(['$area', 0, length]), list: '$list' },
      done: $.sum($.cond([$.eq(['$status', 'done']), 1, 0])),
      total: $.sum(1),
    })
    .limit(1000)
    .end();
  return data as Row[];
}

function add(rows: readonly Row[]) {
  return rows.reduce((sum, { done, total }) => ({ done: sum.done + done, total: sum.total + total }), {
    done: 0,
    total: 0,
  });
}
