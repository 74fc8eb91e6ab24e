import { owe } from '../notice/notice';
import type { Signatory } from '../points/entry';
import { DAY, type Millis, shanghai } from '../time/shanghai';
import { addWorkdays } from '../time/workday';
import type { Evaluation } from './evaluation';
import { notNow } from './refused';

/** The end of the last of so many working days after the day of `at`. */
export function appealsUntil(at: Millis, days: number): Millis {
  return shanghai(addWorkdays(at, days)).startOf('day').valueOf() + DAY;
}

/**
 * The signature: a person has looked at every line and answers for it. No grade, and least of all 不合格, exists without
 * it (PIPL art. 24). Everybody is told their own result and until when they may appeal.
 * @throws Refusal NOT_NOW before grading, or when it is signed
 */
export function signed(evaluation: Evaluation, by: Signatory, at: Millis): Evaluation {
  if (evaluation.state !== 'graded') throw notNow('village', '现在不能签字', 'It cannot be signed now');
  const { _id, areaPath, year, candidates, scheme } = evaluation;
  const appealUntil = appealsUntil(at, scheme.appealDays);
  const done = {
    ...evaluation,
    state: 'signed' as const,
    signedBy: by,
    signedAt: at,
    appealUntil,
    nextAt: appealUntil,
  };
  return owe(done, {
    key: `${_id}.result`,
    kind: 'result-told',
    to: { people: candidates.map(({ person }) => person) },
    about: { kind: 'evaluation', id: _id },
    urgent: false,
    at,
    facts: { name: areaPath, areaPath, year, until: appealUntil },
  });
}
