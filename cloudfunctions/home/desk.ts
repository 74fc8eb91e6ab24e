import { deskKey, type Person, type PostRole } from '../../domain/person/person';
import { weekKey } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { problemCard } from '../kit/cards';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { liveCoverage } from '../kit/coverage';

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
    liveCoverage(posts[0]?.area ?? person.area, week),
  ]);
  return { as, week, desk: problems.map(problemCard), coverage };
}
