import type { ParsedOf } from '../../domain/contract/actions';
import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { caseload, type Person } from '../../domain/person/person';
import { OPEN_STATUSES } from '../../domain/problem/problem';
import type { Millis } from '../../domain/time/shanghai';
import { problemCard } from '../kit/cards';
import { _, db } from '../kit/cloud';
import { all } from '../kit/collections';
import type { Call } from '../kit/serve';

const PAGE = 20;

/** `mine`: what I reported. `desk`: what my desks hold. `area`: everything in my scope, newest first. */
export async function list({ input, caller, at }: Call<'problem.list'>): Promise<Outputs['problem.list']> {
  const scope = scopeOf(input.scope, caller.person, at);
  const found = await all('problems', (problems) =>
    problems
      .where(_.and([scope, ...(input.before ? [{ createdAt: _.lt(input.before) }] : [])]))
      .orderBy('createdAt', 'desc')
      .limit(PAGE),
  );
  const last = found.length === PAGE ? found.at(-1) : undefined;
  return { problems: found.map(problemCard), ...(last ? { next: last.createdAt } : {}), asOf: at };
}

function scopeOf(scope: ParsedOf<'problem.list'>['scope'], person: Person, at: Millis): object {
  switch (scope) {
    case 'mine':
      return _.or([{ 'reporter.person': person._id }, { 'onBehalfBy.person': person._id }]);
    case 'desk':
      return { 'holder.key': _.in(person.desks), status: _.in([...OPEN_STATUSES]) };
    case 'area':
      return areaScope(person, at);
  }
}

/** A worker's scope is the linked households; every other post's is its area; a resident has none. */
function areaScope(person: Person, at: Millis): object {
  const areas = person.posts
    .filter((post) => post.role !== 'worker' && post.role !== 'handler')
    .map((post) => post.area);
  if (areas.length > 0)
    return _.or(areas.map((area) => ({ area: db.RegExp({ regexp: `^${area}`, options: '' }) })));
  const households = caseload(person, at);
  if (households.length === 0) throw new Refusal('NOT_YOURS', { path: 'scope' });
  return { household: _.in(households) };
}
