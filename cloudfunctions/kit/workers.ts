import { type AreaCode, levelOf } from '../../domain/area/area';
import { help, type SheetFigures } from '../../domain/contact/help';
import { rollupKey } from '../../domain/contact/sheet';
import type { HelpRow } from '../../domain/contract/views';
import { deskKey, type Person } from '../../domain/person/person';
import { type WeekKey, weekAfter } from '../../domain/time/period';
import { _ } from './cloud';
import { all, collection } from './collections';

/** Looked at together with the week itself. */
const WEEKS_LOOKED_AT = 4;

/** The grids of a village, or the grid itself. */
async function gridsOf(area: AreaCode): Promise<AreaCode[]> {
  if (levelOf(area) === 'grid') return [area];
  const grids = await all('areas', (areas) => areas.where({ parent: area }).limit(1000));
  return grids.map(({ _id }) => _id);
}

/** The workers of a village or grid (≤ 1,000). Two reads at most. */
export async function workersIn(area: AreaCode): Promise<Person[]> {
  return workersAt(await gridsOf(area));
}

/** The workers of these grids (≤ 1,000). One read. */
export function workersAt(grids: readonly AreaCode[]): Promise<Person[]> {
  const keys = grids.map((grid) => deskKey('worker', grid));
  return all('people', (people) => people.where({ desks: _.in(keys) }).limit(1000));
}

export type Needy = HelpRow & { grid: AreaCode };

/** Workers of a village or grid who may need a hand after this week, by name. Three reads. */
export async function helpIn(area: AreaCode, week: WeekKey): Promise<Needy[]> {
  const weeks = Array.from({ length: WEEKS_LOOKED_AT }, (_none, back) => weekAfter(week, -back));
  const [workers, figures] = await Promise.all([workersIn(area), figuresOf(area, weeks)]);
  return workers
    .map((worker) => {
      const own = figures.filter((one) => one.worker === worker._id);
      return { worker, ...help(worker, week, own) };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ worker: { _id, name, phone, posts, area: home }, ...said }) => ({
      worker: { id: _id, name, ...(phone ? { phone } : {}) },
      grid: posts.find((post) => post.role === 'worker')?.area ?? home,
      ...said,
    }))
    .sort((a, b) => a.worker.name.localeCompare(b.worker.name, 'zh'));
}

async function figuresOf(area: AreaCode, weeks: readonly WeekKey[]): Promise<SheetFigures[]> {
  const { data } = await collection('sheets')
    .aggregate()
    .match({ rollup: _.in(weeks.map((week) => rollupKey(area, week))) })
    .project({ worker: 1, week: 1, reached: 1, met: 1, missed: 1, excused: '$tally.excused' })
    .end();
  const rows = data as (Omit<SheetFigures, 'excused'> & { excused: string[][] })[];
  return rows.map((row) => ({ ...row, excused: row.excused.flat().length }));
}
