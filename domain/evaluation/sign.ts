import { Refusal } from '../error/refusal';
import { notNow } from '../error/refused';
import { owe } from '../notice/notice';
import type { Signatory } from '../points/entry';
import { DAY, type Millis, shanghai } from '../time/shanghai';
import { addWorkdays } from '../time/workday';
import type { Evaluation } from './evaluation';

/** The end of the last of so many working days after the day of `at`. */
export function appealsUntil(at: Millis, days: number): Millis {
  return shanghai(addWorkdays(at, days)).startOf('day').valueOf() + DAY;
}

/**
 * The signature: a person has looked at every line and answers for it. No grade, and least of all 不合格, exists without
 * it (PIPL art. 24). Everybody is told their own result and until when they may appeal.
 * @param lists hashes of `listText`: of what the signer has `seen`, and of what stands there
 * @throws Refusal NOT_NOW before grading, or when it is signed; CONFLICT `list` when it was counted anew since
 */
export function signed(
  evaluation: Evaluation,
  lists: { seen: string; stands: string },
  by: Signatory,
  at: Millis,
): Evaluation {
  if (evaluation.state !== 'graded') throw notNow('village', '现在不能签字', 'It cannot be signed now');
  if (lists.seen !== lists.stands) throw new Refusal('CONFLICT', { path: 'list', words: COUNTED_ANEW });
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

const COUNTED_ANEW = {
  zh: '您看过以后又算过一遍，请重新看一遍再签',
  en: 'It was counted anew since you looked: please look again before you sign',
};
