import { levelBelow, levelOf } from '../../domain/area/area';
import type { CalendarRow, Outputs } from '../../domain/contract/views';
import { complianceOf, type SessionBrief } from '../../domain/study/compliance';
import { isStudyLevel } from '../../domain/study/period';
import { shanghai } from '../../domain/time/shanghai';
import { _, $ } from '../kit/cloud';
import { all, collection } from '../kit/collections';
import type { Call } from '../kit/serve';
import { placeOf } from './place';

/** A year of sessions of the area and of each one below it: "held 5 of 6". Two queries. */
export async function calendar({
  input,
  caller: { person },
  at,
}: Call<'study.calendar'>): Promise<Outputs['study.calendar']> {
  const { area } = placeOf('study.calendar', { area: input.area }, person, at);
  const year = input.year ?? shanghai(at).format('YYYY');
  const below = levelBelow(levelOf(area));
  const scope = below && isStudyLevel(below) ? [{ _id: area }, { parent: area }] : [{ _id: area }];
  const areas = (
    await Promise.all(scope.map((one) => all('areas', (some) => some.where(one).limit(100))))
  ).flat();
  const briefs = await briefsOf(
    areas.map(({ _id }) => _id),
    year,
  );
  const rows: CalendarRow[] = areas.map(({ _id, name, level }) => ({
    area: { code: _id, name },
    ...(isStudyLevel(level)
      ? complianceOf(level, year, briefs.get(_id) ?? [], at)
      : { marks: [], held: 0, of: 0 }),
  }));
  const sum = (of: 'held' | 'of') => rows.reduce((total, row) => total + row[of], 0);
  return { year, rows, held: sum('held'), of: sum('of'), asOf: at };
}

/** Only what a calendar shows travels, not the minutes of a year. */
async function briefsOf(areas: readonly string[], year: string): Promise<Map<string, SessionBrief[]>> {
  const { data } = await collection('sessions')
    .aggregate()
    .match({ area: _.in([...areas]), year })
    .project({ area: 1, period: 1, status: 1, heldAt: 1 })
    .group({
      _id: '$area',
      sessions: $.push({ period: '$period', status: '$status', heldAt: '$heldAt' }),
    })
    .limit(1000)
    .end();
  const rows = data as { _id: string; sessions: SessionBrief[] }[];
  return new Map(rows.map(({ _id, sessions }) => [_id, sessions]));
}
