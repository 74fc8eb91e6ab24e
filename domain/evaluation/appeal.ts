import { areaAt } from '../area/area';
import { Refusal } from '../error/refusal';
import { owe } from '../notice/notice';
import type { Person } from '../person/person';
import type { Signatory } from '../points/entry';
import type { Scheme } from '../points/rule';
import type { Millis } from '../time/shanghai';
import type { Appeal, Candidate, Evaluation, ExemptionReason } from './evaluation';
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
  const frozen = withAppeal(evaluation, person, { at, text }, resultOf(candidate), at);
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

/** What a supervisor decides; upheld, it names the score that is right, or why there is to be none. */
export interface Verdict {
  upheld: boolean;
  text: string;
  score?: number | undefined;
  exempt?: ExemptionReason | undefined;
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
 * A supervisor who was not involved answers. Upheld, score and grade are set anew, or the person is not graded; what
 * stood there stays beside the answer. Person and signer are told.
 * @throws Refusal NOT_NOW without an open appeal, BAD_INPUT when upheld with neither a score nor an exemption, or both
 */
export function decided(
  evaluation: Evaluation,
  person: string,
  verdict: Verdict,
  by: Signatory,
  at: Millis,
): Evaluation {
  const candidate = evaluation.candidates.find((one) => one.person === person);
  if (!candidate?.appeal || !isOpen(candidate))
    throw notNow('person', '没有待答复的申诉', 'No appeal is open');
  const { upheld, text } = verdict;
  const result = upheld ? rightOf(verdict, by, evaluation.scheme) : resultOf(candidate);
  const changed = upheld
    ? { was: resultOf(candidate), ...(result.score === undefined ? {} : { score: result.score }) }
    : {};
  const appeal: Appeal = { ...candidate.appeal, answer: { at, by, upheld, text, ...changed } };
  const answered = withAppeal(evaluation, person, appeal, result, at);
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

type Result = Pick<Candidate, 'score' | 'grade' | 'exempt'>;

function resultOf({ score, grade, exempt }: Candidate): Result {
  return {
    ...(score === undefined ? {} : { score }),
    ...(grade ? { grade } : {}),
    ...(exempt ? { exempt } : {}),
  };
}

function rightOf({ score, exempt, text }: Verdict, by: Signatory, scheme: Scheme): Result {
  if ((score === undefined) === (exempt === undefined))
    throw bad(
      'score',
      '申诉成立要写明改成多少分，或者不评',
      'Say which score is right, or that there is to be none',
    );
  if (score === undefined) return exempt ? { exempt: { why: exempt, by, text } } : {};
  return { score: tenths(score), grade: gradeOf(tenths(score), scheme) };
}

function withAppeal(
  evaluation: Evaluation,
  person: string,
  appeal: Appeal,
  result: Result,
  at: Millis,
): Evaluation {
  const { nextAt: _, ...rest } = evaluation;
  const candidates = evaluation.candidates.map((one): Candidate => {
    if (one.person !== person) return one;
    const { score: _s, grade: _g, exempt: _e, ...kept } = one;
    return { ...kept, ...result, appeal };
  });
  const changed = { ...rest, candidates };
  if (openAppeals(changed) > 0) return changed;
  // The last answer thaws it: final at once when time was up meanwhile.
  return { ...changed, nextAt: Math.max(at, evaluation.appealUntil ?? at) };
}
