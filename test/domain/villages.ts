import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { appealed, decided } from '../../domain/evaluation/appeal';
import { type Evaluation, EXEMPTIONS, MARKS, type Mark } from '../../domain/evaluation/evaluation';
import { exempted } from '../../domain/evaluation/exempt';
import { finalised, listText } from '../../domain/evaluation/final';
import { type GradingFacts, graded } from '../../domain/evaluation/grade';
import type { AnswerCounts } from '../../domain/evaluation/score';
import { signed } from '../../domain/evaluation/sign';
import type { Person } from '../../domain/person/person';
import { atShanghai, DAY } from '../../domain/time/shanghai';
import { aWorker } from './build';
import { BY, begun, JANUARY } from './evaluations';

const REVIEWERS = ['r1', 'r2', 'r3'] as const;
const SUPERVISOR = { person: 'x', name: '那仁' };

/** What a year brought one worker: few different figures, so that many are equal. */
const someYear = fc.record({
  months: fc.constantFrom(12, 12, 12, 7, 2),
  leave: fc.constantFrom(0, 0, 0, 10),
  points: fc.constantFrom(-20, 0, 60, 90, 120, 150, 400),
  answers: fc.record({
    satisfied: fc.constantFrom(0, 4, 5, 9),
    basically: fc.constantFrom(0, 2),
    unsatisfied: fc.constantFrom(0, 1),
    unsure: fc.constantFrom(0, 6),
  }),
  marks: fc.tuple(...REVIEWERS.map(() => fc.constantFrom(...MARKS))),
  stated: fc.option(fc.constantFrom(...EXEMPTIONS), { nil: undefined, freq: 15 }),
  appeal: fc.option(
    fc.oneof(
      fc.record({ upheld: fc.constant(true), score: fc.constantFrom(0, 59.9, 88.5, 100) }),
      fc.record({ upheld: fc.constant(true), exempt: fc.constantFrom(...EXEMPTIONS) }),
      fc.record({ upheld: fc.constant(false) }),
    ),
    { nil: undefined, freq: 8 },
  ),
});
export type WorkerYear = typeof someYear extends fc.Arbitrary<infer T> ? T & { id: string } : never;

/** Villages of none to two hundred workers. */
export const someVillage: fc.Arbitrary<WorkerYear[]> = fc
  .oneof(
    fc.array(someYear, { maxLength: 25, size: 'max' }),
    fc.array(someYear, { minLength: 150, maxLength: 200, size: 'max' }),
  )
  .map((years) => years.map((year, n) => ({ ...year, id: `w${String(n).padStart(3, '0')}` })));

const started = (months: number) => atShanghai(`2026-${String(13 - months).padStart(2, '0')}-01`);

function personOf({ id, months, leave }: WorkerYear): Person {
  return {
    ...aWorker(1),
    _id: id,
    name: `巴特尔${id}`,
    links: [{ household: `h-${id}`, from: started(months) }],
    ...(leave > 0 ? { leaves: [{ from: started(leave), to: atShanghai('2027-01-01') }] } : {}),
  };
}

function factsOf(village: readonly WorkerYear[]): GradingFacts {
  const by = <T>(say: (year: WorkerYear) => T) => new Map(village.map((year) => [year.id, say(year)]));
  return {
    workers: village.map(personOf),
    judges: [],
    books: by(({ points }) => ({ total: points, entries: 3, closed: true })),
    answers: by(({ answers }): AnswerCounts => answers),
  };
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The village's year lived to its end: stated, counted, signed, appealed against, answered, final. */
export function finalOf(village: readonly WorkerYear[]): Evaluation {
  const marksBy = (nth: number): Record<string, Mark> =>
    Object.fromEntries(village.map(({ id, marks }) => [id, marks[nth] ?? 'recused']));
  const marks = Object.fromEntries(REVIEWERS.map((reviewer, nth) => [reviewer, marksBy(nth)]));
  const stated = village.reduce<Evaluation>(
    (evaluation, { id, stated: why }) =>
      why ? exempted(evaluation, id, { why, by: BY, text: '说明' }, undefined) : evaluation,
    { ...begun(), marks },
  );
  const counted = graded(stated, factsOf(village), { waits: [], by: BY }, JANUARY);
  const sealed = signed(counted, { seen: 'x', stands: 'x' }, BY, JANUARY);
  const answered = village.reduce<Evaluation>((evaluation, { id, appeal }) => {
    if (!appeal) return evaluation;
    const open = appealed(evaluation, id, '少算了', JANUARY + DAY);
    const { score: before = 0 } = open.candidates.find(({ person }) => person === id) ?? {};
    // Nobody is worse off for having appealed.
    const right = 'score' in appeal ? { ...appeal, score: Math.max(before, appeal.score) } : appeal;
    return decided(open, id, { text: '核过', ...right }, SUPERVISOR, JANUARY + 2 * DAY);
  }, sealed);
  return finalised(answered, sha256(listText(answered)), answered.appealUntil ?? 0);
}
