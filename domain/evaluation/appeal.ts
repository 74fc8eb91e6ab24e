import { areaAt } from '../area/area';
import { Refusal } from '../error/refusal';
import { bad, notNow } from '../error/refused';
import { owe } from '../notice/notice';
import type { Person } from '../person/person';
import type { Signatory } from '../points/entry';
import type { Scheme } from '../points/rule';
import type { Millis } from '../time/shanghai';
import type { Appeal, Candidate, Evaluation, StatedReason } from './evaluation';
import { isKin } from './kin';
import { gradeOf, tenths } from './score';
import { appealsUntil } from './sign';

/** Working days: supervisors are asked again, as long as an appeal is open. */
const REMIND_DAYS = 5;
/** Working days: an appeal that is open longer is a fault of the village's evaluation. */
const LATE_DAYS = 15;

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
  const frozen = withAppeal(evaluation, person, { at, text }, resultOf(candidate), at);
  return owe(frozen, asked(frozen, candidate, `${evaluation._id}.appeal.${person}`, at));
}

/** Whoever supervises is asked again about every open appeal, until there is none. */
export function appealsReminded(evaluation: Evaluation, at: Millis): Evaluation {
  const next = { ...evaluation, nextAt: appealsUntil(at, REMIND_DAYS) };
  return evaluation.candidates
    .filter(isOpen)
    .reduce<Evaluation>(
      (changed, one) =>
        owe(changed, asked(evaluation, one, `${evaluation._id}.appeal.${one.person}.${at}`, at)),
      next,
    );
}

/** What it says is read on the page, by who may: a notice lights up on a phone that lies on a table. */
function asked(
  { _id, area, areaPath, year }: Evaluation,
  { person: subject, name }: Candidate,
  key: string,
  at: Millis,
) {
  return {
    key,
    kind: 'appeal-asked' as const,
    to: { post: { role: 'supervisor' as const, area: areaAt(area, 'banner') } },
    about: { kind: 'evaluation' as const, id: _id },
    urgent: false,
    at,
    facts: { name, subject, areaPath, year },
  };
}

/** Open appeals that should have been answered by now. */
export function lateAppeals({ candidates }: Pick<Evaluation, 'candidates'>, at: Millis): number {
  return candidates.filter((one) => isOpen(one) && at >= appealsUntil(one.appeal?.at ?? at, LATE_DAYS))
    .length;
}

/** What a supervisor decides; upheld, it names the score that is right, or why there is to be none. */
export interface Verdict {
  upheld: boolean;
  text: string;
  score?: number | undefined;
  exempt?: StatedReason | undefined;
}

type Party = Pick<Person, '_id' | 'household'>;

/**
 * Whether this supervisor had a hand in the result, is graded in it, or is of the person's family.
 * @param signers who put their name to entries of the person's points
 */
export function isInvolved(
  { reviewers, signedBy, begunBy, gradedBy, exemptions, candidates }: Evaluation,
  { appellant, signers = [] }: { appellant: Party; signers?: readonly string[] },
  judge: Party,
): boolean {
  const named = [...reviewers, ...candidates, begunBy, gradedBy, signedBy];
  const hands = [...named, ...Object.values(exemptions).map(({ by }) => by)].map((hand) => hand?.person);
  return isKin(appellant, judge) || [...hands, ...signers].includes(judge._id);
}

/**
 * A supervisor who was not involved answers. Upheld, score and grade are set anew, or the person is not graded; what
 * stood there stays beside the answer. Nobody is worse off for having appealed. Person and signer are told.
 * @throws Refusal NOT_NOW without an open appeal, BAD_INPUT `score` when upheld with neither a score nor an exemption,
 * with both, or with a lower score
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
  const result = upheld ? rightOf(verdict, candidate, by, evaluation.scheme) : resultOf(candidate);
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
    facts: { name: candidate.name, subject: person, areaPath, year, upheld },
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

function rightOf({ score, exempt, text }: Verdict, before: Candidate, by: Signatory, scheme: Scheme): Result {
  if ((score === undefined) === (exempt === undefined))
    throw bad(
      'score',
      '申诉成立要写明改成多少分，或者不评',
      'Say which score is right, or that there is to be none',
    );
  if (score === undefined) return exempt ? { exempt: { why: exempt, by, text } } : {};
  if (tenths(score) < (before.score ?? 0))
    throw bad('score', '申诉成立，分数不能比原来低', 'An upheld appeal never lowers the score');
  return { score: tenths(score), grade: gradeOf(tenths(score), scheme) };
}

function withAppeal(
  evaluation: Evaluation,
  person: string,
  appeal: Appeal,
  result: Result,
  at: Millis,
): Evaluation {
  const candidates = evaluation.candidates.map((one): Candidate => {
    if (one.person !== person) return one;
    const { score: _s, grade: _g, exempt: _e, ...kept } = one;
    return { ...kept, ...result, appeal };
  });
  const changed = { ...evaluation, candidates };
  if (openAppeals(evaluation) === 0) return { ...changed, nextAt: appealsUntil(at, REMIND_DAYS) };
  if (openAppeals(changed) > 0) return changed;
  // The last answer thaws it: final at once when time was up meanwhile.
  return { ...changed, nextAt: Math.max(at, evaluation.appealUntil ?? at) };
}
