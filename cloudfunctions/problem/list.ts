import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { caseload, type Person } from '../../domain/person/person';
import type { Problem } from '../../domain/problem/problem';
import type { Millis } from '../../domain/time/shanghai';
import { guestCard, problemCard } from '../kit/cards';
import { _, db } from '../kit/cloud';
import { all } from '../kit/collections';
import type { Call } from '../kit/serve';
import { deskList } from './desk';

const PAGE = 20;

/** `mine`: what I reported or joined. `desk`: what my desks or I have a hand in. `area`: everything in my scope, newest first. */
export async function list({ input, caller, at }: Call<'problem.list'>): Promise<Outputs['problem.list']> {
  if (input.scope === 'desk') return deskList(caller.person, input.only ?? 'now', at);
  const scope = input.scope === 'mine' ? ownScope(caller.person) : areaScope(caller.person, at);
  const found = await all('problems', (problems) =>
    problems
      .where(_.and([scope, ...(input.before ? [{ createdAt: _.lt(input.before) }] : [])]))
      .orderBy('createdAt', 'desc')
      .limit(PAGE),
  );
  const last = found.length === PAGE ? found.at(-1) : undefined;
  return {
    problems: found.map((problem) => (joined(problem, caller.person) ? guestCard : problemCard)(problem)),
    ...(last ? { next: last.createdAt } : {}),
    asOf: at,
  };
}

/** Somebody else's, which this person only joined. */
function joined({ followers = [] }: Problem, { _id }: Person): boolean {
  return followers.some((one) => one.person === _id);
}

function ownScope({ _id }: Person): object {
  return _.or([{ 'reporter.person': _id }, { 'onBehalfBy.person': _id }, { 'followers.person': _id }]);
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
  // Told in confidence: also from the worker who looks after the family, unless it was this worker who passed it on.
  return _.and([
    { household: _.in(households) },
    _.or([{ confidential: false }, { 'onBehalfBy.person': person._id }]),
  ]);
}
