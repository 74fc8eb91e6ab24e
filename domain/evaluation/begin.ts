import type { Area } from '../area/area';
import { bad, notNow } from '../error/refused';
import { owe } from '../notice/notice';
import type { Year } from '../points/account';
import type { Signatory } from '../points/entry';
import type { RuleVersion } from '../points/rule';
import type { Millis } from '../time/shanghai';
import { evaluatedYear, remindsAt } from './calendar';
import { type Evaluation, evaluationId } from './evaluation';
import { gradableAt } from './pace';

interface Beginning {
  village: Pick<Area, '_id' | 'path'>;
  year: Year;
  rules: RuleVersion;
  by: Signatory;
}

/** An evaluation before its reviewers are named; rules and weights are frozen with it. */
export function newEvaluation({ village, year, rules, by }: Beginning, at: Millis): Evaluation {
  return {
    _id: evaluationId(village._id, year),
    rev: 0,
    applied: [],
    outbox: [],
    area: village._id,
    areaPath: village.path,
    year,
    state: 'collecting',
    version: rules._id,
    scheme: rules.scheme,
    reviewers: [],
    marks: {},
    exemptions: {},
    candidates: [],
    begunBy: by,
    begunAt: at,
  };
}

/**
 * Names the reviewers, and asks them. While marks are collected they may be changed, but whoever gave a mark stays:
 * nobody drops a reviewer for what was said.
 * @throws Refusal NOT_NOW, or BAD_INPUT `reviewers`
 */
export function withReviewers(
  evaluation: Evaluation,
  reviewers: readonly Signatory[],
  at: Millis,
): Evaluation {
  if (evaluation.year > evaluatedYear(at))
    throw notNow('year', '12月1日起才能开始', 'It begins on 1 December');
  if (evaluation.state !== 'collecting')
    throw notNow('village', '已经评分了，不能再换评议人', 'Graded already');
  const named = new Set(reviewers.map(({ person }) => person));
  if (named.size < reviewers.length) throw bad('reviewers', '有人重复了', 'Somebody is named twice');
  const dropped = evaluation.reviewers.find(({ person }) => evaluation.marks[person] && !named.has(person));
  if (dropped)
    throw bad(
      'reviewers',
      `${dropped.name}已经打过分，不能换掉`,
      `${dropped.name} has given marks and stays`,
    );
  // The reminder is once only, also when reviewers are added later.
  const clock = evaluation.reviewers.length === 0 ? { nextAt: remindsAt(evaluation) } : {};
  const changed = { ...evaluation, reviewers: [...reviewers], ...clock };
  return owe(changed, reviewAsk(changed, 'asked', [...named], at));
}

/** A week on, whoever has not given every mark is asked once more, and only once; then who leads may grade. */
export function reminded(evaluation: Evaluation, missing: readonly string[], at: Millis): Evaluation {
  const next = { ...evaluation, nextAt: gradableAt(evaluation) };
  return missing.length > 0 ? owe(next, reviewAsk(next, 'reminded', missing, at)) : next;
}

function reviewAsk(evaluation: Evaluation, nth: 'asked' | 'reminded', people: readonly string[], at: Millis) {
  const { _id, areaPath, year } = evaluation;
  return {
    key: `${_id}.review-${nth}`,
    kind: 'review-asked' as const,
    to: { people: [...people] },
    about: { kind: 'evaluation' as const, id: _id },
    urgent: false,
    at,
    facts: { name: areaPath.split('·').at(-1) ?? areaPath, areaPath, year },
  };
}
