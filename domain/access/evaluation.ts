import { type AreaCode, contains } from '../area/area';
import type { Evaluation } from '../evaluation/evaluation';
import type { Household } from '../household/household';
import type { Person, PostRole } from '../person/person';
import { EVALUATORS } from './evaluators';

/** How somebody stands to a village's evaluation when reading it: `scope` evaluates, `own` reviews or is reviewed. */
export function tiesToEvaluation(
  village: AreaCode,
  evaluation: Pick<Evaluation, 'reviewers' | 'candidates'> | undefined,
  person: Person,
): Set<'own' | 'scope'> {
  const ties = new Set<'own' | 'scope'>();
  if (evaluatorOf(village, person)) ties.add('scope');
  const named = [...(evaluation?.reviewers ?? []), ...(evaluation?.candidates ?? [])];
  if (named.some((one) => one.person === person._id) || worksIn(village, person)) ties.add('own');
  return ties;
}

/** The post by which somebody evaluates this village; the nearest first. */
export function evaluatorOf(village: AreaCode, person: Person): PostRole | undefined {
  return EVALUATORS.find((role) =>
    person.posts.some((post) => post.role === role && contains(post.area, village)),
  );
}

/** How somebody stands to a household's answer: it is `own`, or a chief's who asks for people without a phone. */
export function tiesToAnswer(
  household: Pick<Household, '_id' | 'area'>,
  person: Person,
): Set<'own' | 'scope'> {
  const ties = new Set<'own' | 'scope'>();
  if (person.household === household._id) ties.add('own');
  if (person.posts.some(({ role, area }) => role === 'chief' && contains(area, household.area)))
    ties.add('scope');
  return ties;
}

function worksIn(village: AreaCode, { posts }: Person): boolean {
  return posts.some(({ role, area }) => role === 'worker' && contains(village, area));
}
