import { type AreaCode, areaAt, contains, levelsAbove } from '../area/area';
import { caseload, LEVEL_ROLE, type Person, type Post, type PostRole } from '../person/person';
import { CATEGORIES } from '../problem/category';
import type { Relation } from '../problem/commands';
import { isTold } from '../problem/content';
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
export function relationsTo(problem: Problem, person: Person, now: Millis): Set<Relation> {
  const { area, followers = [], helpers = [], holder, lead, reporter } = problem;
  const keys = new Set([person._id, ...person.desks]);
  const linked = problem.household !== undefined && caseload(person, now).includes(problem.household);
  const ties: Record<Exclude<Relation, 'session' | 'merge' | 'clock'>, boolean> = {
    reporter: reporter.person === person._id,
    teller: linked && hasNoPhone(problem),
    follower: followers.some((one) => one.person === person._id),
    neighbour: isNeighbour(problem, person),
    holder: keys.has(holder.key),
    lead: lead !== undefined && keys.has(lead.key),
    helper: helpers.some(({ key }) => keys.has(key)),
    above: !keys.has(holder.key) && person.posts.some((post) => sitsOver(post, problem)),
    supervisor: person.posts.some((post) => post.role === 'supervisor' && contains(post.area, area)),
    // Told in confidence means: also from the worker who looks after the family.
    linked: (linked && !problem.confidential) || problem.onBehalfBy?.person === person._id,
    scope: person.posts.some((post) => SEES_AREA.includes(post.role) && contains(post.area, area)),
  };
  return new Set((Object.keys(ties) as (keyof typeof ties)[]).filter((tie) => ties[tie]));
}

/** Nobody of the household used the app: the worker who reported it hears the answer and speaks for it. */
function hasNoPhone({ reporter, onBehalfBy }: Problem): boolean {
  return onBehalfBy !== undefined && onBehalfBy.person === reporter.person;
}

/** Lives in the same village, and may know of it. */
function isNeighbour(problem: Problem, person: Person): boolean {
  const { area, category, confidential, reporter, followers = [] } = problem;
  // As similar ones are offered: told to the village, or known in the grid that there is one.
  const known = isTold(problem) || (person.area === area && CATEGORIES[category].shared);
  return (
    known &&
    person.household !== undefined &&
    !confidential &&
    reporter.person !== person._id &&
    !followers.some((one) => one.person === person._id) &&
    contains(areaAt(area, 'village'), person.area)
  );
}

/** A desk of a higher level on the matter's own line; over the banner's desk the supervisor. */
function sitsOver(post: Post, { area, holder }: Problem): boolean {
  if (!contains(post.area, area)) return false;
  const above = levelsAbove(holder.level);
  if (above.length === 0) return post.role === 'supervisor' && holder.role !== 'supervisor';
  return above.some((level) => post.role === LEVEL_ROLE[level] && post.area === areaAt(area, level));
}
