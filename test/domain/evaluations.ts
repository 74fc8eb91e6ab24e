import type { Candidate, Evaluation } from '../../domain/evaluation/evaluation';
import type { PointsBook } from '../../domain/points/book';
import { newBook } from '../../domain/points/book';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import type { PointsEntry } from '../../domain/points/entry';
import { POINTS_CONSENT_VERSION } from '../../domain/points/membership';
import { atShanghai } from '../../domain/time/shanghai';

export const YEAR = '2025';
export const FINAL_AT = atShanghai('2026-03-20 06:00');

export function candidate(
  person: string,
  score: number | undefined,
  change: Partial<Candidate> = {},
): Candidate {
  return {
    person,
    name: `名${person}`,
    area: '150625100208001',
    areaPath: '锡尼镇·胜利村委会·第1网格',
    months: 12,
    points: { score: 80, n: 1, total: 120, full: 150 },
    residents: { score: 90, n: 8 },
    review: { score: 85, n: 3 },
    ...(score === undefined
      ? {}
      : { score, grade: score >= 90 ? 'excellent' : score >= 75 ? 'good' : 'basic' }),
    ...change,
  };
}

/** A village's year as it stands when nobody can change it any more. */
export function finalEvaluation(candidates: Candidate[], change: Partial<Evaluation> = {}): Evaluation {
  const area = change.area ?? '150625100208';
  return {
    _id: `${area}_${YEAR}`,
    rev: 1,
    applied: [],
    outbox: [],
    area,
    areaPath: '锡尼镇·胜利村委会',
    year: YEAR,
    state: 'final',
    version: DEFAULT_RULES._id,
    scheme: DEFAULT_RULES.scheme,
    reviewers: [],
    marks: {},
    exemptions: {},
    candidates,
    begunBy: { person: 'secretary', name: '张建国' },
    begunAt: FINAL_AT,
    gradedAt: FINAL_AT,
    signedBy: { person: 'secretary', name: '张建国' },
    signedAt: FINAL_AT,
    finalAt: FINAL_AT,
    hash: 'a1'.repeat(32),
    ...change,
  };
}

export function entry(cause: string, amount: number, change: Partial<PointsEntry> = {}): PointsEntry {
  return {
    cause,
    rule: 'volunteer',
    version: DEFAULT_RULES._id,
    amount,
    month: `${YEAR}-05`,
    at: atShanghai(`${YEAR}-05-10 09:00`),
    bookedAt: atShanghai(`${YEAR}-06-05 03:00`),
    evidence: { kind: 'ask', id: cause },
    ...change,
  };
}

/** A closed book of a household that takes part. */
export function householdBook(
  household: string,
  entries: PointsEntry[],
  change: Partial<PointsBook> = {},
): PointsBook {
  const total = entries.reduce((sum, { amount }) => sum + amount, 0);
  return {
    ...newBook({
      account: `household.${household}`,
      year: YEAR,
      area: '150625100208',
      areaPath: '一社',
      grid: '150625100208001',
      name: `户主${household}`,
    }),
    entries: Object.fromEntries(entries.map((one) => [one.cause, one])),
    total,
    closed: { at: FINAL_AT, total },
    joined: { at: FINAL_AT, by: { person: 'p', name: '甲' }, version: POINTS_CONSENT_VERSION },
    ...change,
  };
}
