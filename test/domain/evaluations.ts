import { newEvaluation, withReviewers } from '../../domain/evaluation/begin';
import type { Candidate, Evaluation } from '../../domain/evaluation/evaluation';
import { graded } from '../../domain/evaluation/grade';
import { signed } from '../../domain/evaluation/sign';
import type { Person } from '../../domain/person/person';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { atShanghai } from '../../domain/time/shanghai';
import { aWorker } from './build';

export const YEAR = '2025';
export const FINAL_AT = atShanghai('2026-03-20 06:00');
export const VILLAGE = '150625100208';
export const SCHEME = DEFAULT_RULES.scheme;
export const BY = { person: 's1', name: '张建国' };
export const DECEMBER = atShanghai('2026-12-07 10:00');
export const JANUARY = atShanghai('2027-01-18 10:00');

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
  const area = change.area ?? VILLAGE;
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

export const workers = (count: number): Person[] =>
  Array.from({ length: count }, (_, n) => ({ ...aWorker(12), _id: `w${n}`, name: `网格员${n}` }));

export const noFigures = { books: new Map(), answers: new Map(), judges: [] };

const POOR = Object.fromEntries(['w0', 'w1', 'w2', 'w3', 'w4'].map((person) => [person, 'poor' as const]));

/** Begun in December, and the three reviewers found everybody poor. */
export const begun = (): Evaluation => ({
  ...withReviewers(
    newEvaluation(
      { village: { _id: VILLAGE, path: '锡尼镇·胜利村委会' }, year: '2026', rules: DEFAULT_RULES, by: BY },
      DECEMBER,
    ),
    ['r1', 'r2', 'r3'].map((person) => ({ person, name: person })),
    DECEMBER,
  ),
  marks: Object.fromEntries(['r1', 'r2', 'r3'].map((reviewer) => [reviewer, POOR])),
});

/** Three workers graded in January. */
export const done = () =>
  graded(begun(), { ...noFigures, workers: workers(3) }, { waits: [], by: BY }, JANUARY);

/** Signed by who has seen it. */
export const sign = (evaluation: Evaluation) => signed(evaluation, { seen: 'x', stands: 'x' }, BY, JANUARY);
