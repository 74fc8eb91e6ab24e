import { levelBelow, levelOf } from '../../domain/area/area';
import type { CoverageRow } from '../../domain/contract/views';
import { deskKey, type Person, type PostRole } from '../../domain/person/person';
import { type WeekKey, weekKey } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { problemCard } from '../kit/cards';
import { _, $ } from '../kit/cloud';
import { all, collection } from '../kit/collections';

const MOST = 50;

export type DeskRole = Exclude<PostRole, 'worker'>;

/** A chief's, secretary's or official's desk: what must be acted on, and this week's contact below it. */
export async function deskHome(as: DeskRole, person: Person, at: Millis) {
  const posts = person.posts.filter((post) => post.role === as);
  const week = weekKey(at);
  const [problems, coverage] = await Promise.all([
    all('problems', (some) =>
      some
        .where({
          hands: _.in([...posts.map((post) => deskKey(post.role, post.area, post.unit)), person._id]),
          status: _.in(['reported', 'accepted']),
        })
        .orderBy('nextAt', 'asc')
        .limit(MOST),
    ),
    coverageOf(posts[0]?.area ?? person.area, week),
  ]);
  return { as, week, desk: problems.map(problemCard), coverage };
}

/** Due, reached and met of the areas one level below (a grid: of itself), joined to their sheets of the week. */
async function coverageOf(area: string, week: WeekKey): Promise<CoverageRow[]> {
  const scope = levelBelow(levelOf(area)) ? { parent: area } : { _id: area };
  const { data } = await collection('areas')
    .aggregate()
    .match(scope)
    .addFields({ rollup: $.concat(['$_id', `@${week}`]) })
    .lookup({ from: 'sheets', localField: 'rollup', foreignField: 'rollup', as: 'sheets' })
    .project({
      name: 1,
      due: '$households',
      reached: $.sum('$sheets.reached'),
      met: $.sum('$sheets.met'),
    })
    .sort({ _id: 1 })
    .end();
  const rows = data as { _id: string; name: string; due: number; reached: number; met: number }[];
  return rows.map(({ _id, name, due, reached, met }) => ({
    area: { code: _id, name },
    due,
    reached,
    met,
    excused: 0,
  }));
}
