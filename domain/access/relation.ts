import { type AreaCode, contains } from '../area/area';
import { caseload, type Person, type PostRole } from '../person/person';
import type { Relation } from '../problem/commands';
import type { Problem } from '../problem/problem';
import type { Millis } from '../time/shanghai';

/** Posts that look into every matter of their area; a worker sees only linked households' matters. */
const SEES_AREA: readonly PostRole[] = ['chief', 'secretary', 'official', 'supervisor', 'admin'];

/** How this person stands to a household. */
export function tiesTo(household: string, person: Person, at: Millis): Set<'own' | 'linked'> {
  const ties = new Set<'own' | 'linked'>();
  if (person.household === household) ties.add('own');
  if (caseload(person, at).includes(household)) ties.add('linked');
  return ties;
}

/** Posts that look into a household: what residents say of a contact is for no others. */
const SEES_HOUSEHOLD: readonly PostRole[] = ['chief', 'secretary'];

/** As `tiesTo`, and the posts above a household that is loaded. */
export function tiesToLoaded(
  { _id, area }: { _id: string; area: AreaCode },
  person: Person,
  at: Millis,
): Set<'own' | 'linked' | 'scope'> {
  const ties = new Set<'own' | 'linked' | 'scope'>(tiesTo(_id, person, at));
  const above = person.posts.some((post) => SEES_HOUSEHOLD.includes(post.role) && contains(post.area, area));
  return above ? ties.add('scope') : ties;
}

/** Whether this person may know who reported: always, unless the matter is confidential. */
export function mayKnowReporter(
  problem: Pick<Problem, 'area' | 'confidential' | 'reporter'>,
  person: Person,
): boolean {
  if (!problem.confidential || problem.reporter.person === person._id) return true;
  return person.posts.some((post) => post.role === 'supervisor' && contains(post.area, problem.area));
}

/** How this person stands to this problem; an empty set means: it does not exist for them. */
export function relationsTo(
  problem: Pick<Problem, 'area' | 'holder' | 'household' | 'reporter' | 'onBehalfBy'>,
  person: Person,
  now: Millis,
): Set<Relation> {
  const relations = new Set<Relation>();
  if (problem.reporter.person === person._id) relations.add('reporter');
  const { role, area } = problem.holder;
  if (person.posts.some((post) => post.role === role && post.area === area)) relations.add('holder');
  if (person.posts.some((post) => SEES_AREA.includes(post.role) && contains(post.area, problem.area))) {
    relations.add('scope');
  }
  const linked = problem.household !== undefined && caseload(person, now).includes(problem.household);
  if (linked || problem.onBehalfBy?.person === person._id) relations.add('linked');
  return relations;
}
