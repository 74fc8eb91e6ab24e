import { Refusal } from '../error/refusal';
import { bad, notNow } from '../error/refused';
import type { Person } from '../person/person';
import type { Evaluation, Mark } from './evaluation';
import { isKin } from './kin';

type Judge = Pick<Person, '_id' | 'household'>;
type Judged = Pick<Person, '_id' | 'household'>;

/** What a reviewer says of each of these; the rest stays as it was said. */
export interface Marking {
  person: string;
  mark: Mark;
}

/**
 * A reviewer's marks, kept apart from all others'. Nobody marks themselves or their family: of those, stepping back
 * is the only answer, and it is given for them.
 * @throws Refusal NOT_YOURS, NOT_NOW, or BAD_INPUT naming the mark
 */
export function reviewed(
  evaluation: Evaluation,
  reviewer: Judge,
  marks: readonly Marking[],
  candidates: readonly Judged[],
): Evaluation {
  if (!isReviewer(evaluation, reviewer)) throw new Refusal('NOT_YOURS', { path: 'village' });
  if (evaluation.state !== 'collecting') throw notNow('village', '评议已经结束', 'The review is over');
  for (const [index, { person, mark }] of marks.entries()) {
    const candidate = candidates.find(({ _id }) => _id === person);
    if (!candidate) throw bad(`marks.${index}.person`, '这次评议里没有这个人', 'Not in this evaluation');
    if (mark !== 'recused' && isKin(candidate, reviewer))
      throw bad(`marks.${index}.mark`, '自己和家里人要回避', 'Step back from yourself and your family');
  }
  const given = Object.fromEntries(marks.map(({ person, mark }) => [person, mark]));
  const before = evaluation.marks[reviewer._id];
  return { ...evaluation, marks: { ...evaluation.marks, [reviewer._id]: { ...before, ...given } } };
}

export function isReviewer(
  { reviewers }: Pick<Evaluation, 'reviewers'>,
  { _id }: Pick<Person, '_id'>,
): boolean {
  return reviewers.some(({ person }) => person === _id);
}

/** Whom a reviewer is to give a mark: everybody but themselves and their family. */
export function toMark<C extends Judged>(reviewer: Judge, candidates: readonly C[]): C[] {
  return candidates.filter((candidate) => !isKin(candidate, reviewer));
}

/** Reviewers who have not said something of everybody they are to mark. */
export function stillToMark(
  { reviewers, marks }: Pick<Evaluation, 'reviewers' | 'marks'>,
  judges: readonly Judge[],
  candidates: readonly Judged[],
): string[] {
  return reviewers.flatMap(({ person }) => {
    const judge = judges.find(({ _id }) => _id === person) ?? { _id: person };
    const given = marks[person] ?? {};
    return toMark(judge, candidates).every(({ _id }) => given[_id] !== undefined) ? [] : [person];
  });
}

/** All marks of one candidate that count; one's own and the family's never do, whoever slipped them in. */
export function marksOf(
  { marks, reviewers }: Pick<Evaluation, 'marks' | 'reviewers'>,
  candidate: Judged,
  judges: readonly Judge[],
): Mark[] {
  return reviewers.flatMap(({ person }) => {
    const mark = marks[person]?.[candidate._id];
    const judge = judges.find(({ _id }) => _id === person) ?? { _id: person };
    return mark === undefined || isKin(candidate, judge) ? [] : [mark];
  });
}
