import { areaAt } from '../area/area';
import { Refusal } from '../error/refusal';
import { owe } from '../notice/notice';
import type { Person } from '../person/person';
import type { Signatory } from '../points/entry';
import type { Millis } from '../time/shanghai';
import type { Appeal, Candidate, Evaluation } from './evaluation';
import { isKin } from './kin';
import { bad, notNow } from './refused';
import { gradeOf, tenths } from './score';

export function isOpen({ appeal }: Pick<Candidate, 'appeal'>): boolean {
  return appeal !== undefined && appeal.answer === undefined;
}

export function openAppeals({ candidates }: Pick<Evaluation, 'candidates'>): number {
  return candidates.filter(isOpen).length;
}

/**
 * A candidate objects, once. From here until the answer the whole village's result is frozen: it does not become final
 * and nothing may be made from it.
 * @throws Refusal NOT_NOW when it is not signed, time is up, or the person has appealed before; NOT_YOURS
 */
export function appealed(evaluation: Evaluation, person: string, text: string, at: Millis): Evaluation {
  const candidate = evaluation.candidates.find((one) => one.person === person);
  if (!candidate) throw new Refusal('NOT_YOURS', { path: 'village' });
  if (evaluation.state !== 'signed' || at >= (evaluation.appealUntil ?? 0))
    throw notNow('village', '现在不在申诉期内', 'This is not the time to appeal');
  if (candidate.appeal) throw notNow('village', '您已经申诉过了', 'You have appealed already');
  const { _id, area, areaPath, year } = evaluation;
  const frozen = withAppeal(evaluation, person, { at, text }, {}, at);
  return owe(frozen, {
    key: `${_id}.appeal.${person}`,
    kind: 'appeal-asked',
    to: { post: { role: 'supervisor', area: areaAt(area, 'banner') } },
    about: { kind: 'evaluation', id: _id },
    urgent: false,
    at,
    facts: { name: candidate.name, areaPath, year, text },
  });
}

/** What a supervisor decides; upheld it names the score that is right. */
export interface Verdict {
  upheld: boolean;
  text: string;
  score?: number | undefined;
}

/** Whether this supervisor had a hand in the result, or is of the person's family. */
export function isInvolved(
  { reviewers, signedBy, begunBy, exemptions }: Evaluation,
  appellant: Pick<Person, '_id' | 'household'>,
  judge: Pick<Person, '_id' | 'household'>,
): boolean {
  const hands = [...reviewers, begunBy, signedBy, ...Object.values(exemptions).map(({ by }) => by)];
  return isKin(appellant, judge) || hands.some((hand) => hand?.person === judge._id);
}

/**
 * A supervisor who was not involved answers. Upheld, score and grade are set anew (an exemption falls with it) and what
 * they were stays beside it. Person and signer are told.
 * @throws Refusal NOT_NOW without an open appeal, BAD_INPUT when upheld without a score
 */
export function decided(
  evaluation: Evaluation,
  person: string,
  { upheld, text, score }: Verdict,
  by: Signatory,
  at: Millis,
): Evaluation {
  const candidate = evaluation.candidates.find((one) => one.person === person);
  if (!candidate?.appeal || !isOpen(candidate))
    throw notNow('person', '没有待答复的申诉', 'No appeal is open');
  if (upheld && score === undefined)
    throw bad('score', '申诉成立要写明改成多少分', 'Say which score is right');
  const right = upheld && score !== undefined ? tenths(score) : undefined;
  const was = { score: candidate.score, grade: candidate.grade, exempt: candidate.exempt };
  const answer = {
    at,
    by,
    upheld,
    text,
    ...(right === undefined ? {} : { score: right, was: defined(was) }),
  };
  const result = right === undefined ? {} : { score: right, grade: gradeOf(right, evaluation.scheme) };
  const answered = withAppeal(evaluation, person, { ...candidate.appeal, answer }, result, at);
  const { _id, areaPath, year, signedBy } = evaluation;
  return owe(answered, {
    key: `${_id}.answer.${person}`,
    kind: 'appeal-answered',
    to: { people: [person, ...(signedBy ? [signedBy.person] : [])] },
    about: { kind: 'evaluation', id: _id },
    urgent: false,
    at,
    facts: { name: candidate.name, areaPath, year, text, upheld },
  });
}

function withAppeal(
  evaluation: Evaluation,
  person: string,
  appeal: Appeal,
  result: Pick<Candidate, 'score' | 'grade'>,
  at: Millis,
): Evaluation {
  const { nextAt: _, ...rest } = evaluation;
  const candidates = evaluation.candidates.map((one): Candidate => {
    if (one.person !== person) return one;
    const { exempt, ...kept } = one;
    const free = result.score !== undefined || !exempt;
    return { ...kept, ...(free ? {} : { exempt }), ...result, appeal };
  });
  const changed = { ...rest, candidates };
  if (openAppeals(changed) > 0) return changed;
  // The last answer thaws it: final at once when time was up meanwhile.
  return { ...changed, nextAt: Math.max(at, evaluation.appealUntil ?? at) };
}

function defined(
  was: { [K in keyof Candidate]?: Candidate[K] | undefined },
): Pick<Partial<Candidate>, 'score' | 'grade' | 'exempt'> {
  return Object.fromEntries(Object.entries(was).filter(([, value]) => value !== undefined));
}
