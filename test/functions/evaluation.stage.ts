import { newEvaluation, withReviewers } from '../../domain/evaluation/begin';
import type { Evaluation, Mark, SurveyAnswer } from '../../domain/evaluation/evaluation';
import { accountOf } from '../../domain/points/account';
import { newBook, type PointsBook } from '../../domain/points/book';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { atShanghai } from '../../domain/time/shanghai';
import { GRID, VILLAGE } from './people';
import type { World } from './world';

export const YEAR = '2026';
export const HERE = { village: VILLAGE, year: YEAR };
export const EVALUATION = `${VILLAGE}_${YEAR}`;
/** Households are being asked. */
export const DECEMBER = atShanghai('2026-12-07 10:00');
/** The books are closed: a Monday. */
export const JANUARY = atShanghai('2027-01-18 10:00');
const PATH = '锡尼镇·胜利村委会';
const SECRETARY = { person: 'secretary', name: '张建国' };
export const REVIEWERS = [
  { person: 'chief', name: '王海' },
  { person: 'besideChief', name: '周强' },
  { person: 'neighbour', name: '巴图' },
];

/** Begun by the secretary through the door, in December. */
export async function beginYear(world: World): Promise<void> {
  await world.moveClock(DECEMBER);
  const reviewers = REVIEWERS.map(({ person }) => person);
  await world.ok('secretary', 'evaluation.begin', { ...HERE, reviewers });
}

/** A closed book of 2026. */
export function bookOfYear(worker: string, total: number): PointsBook {
  const owner = {
    account: accountOf('worker', worker),
    year: YEAR,
    area: VILLAGE,
    areaPath: PATH,
    grid: GRID,
  };
  return {
    ...newBook({ ...owner, name: worker }),
    total,
    settled: '2026-12',
    closed: { at: atShanghai('2027-01-15'), total },
  };
}

/**
 * January, with a year behind it that no test can live through: marks, answers and closed books stand there as the
 * domain's own functions and the other parts of the product leave them.
 */
export async function yearBehind(
  world: World,
  {
    marks = ['good', 'fair', 'fair'],
    said = [...Array(8).fill('satisfied'), 'basically', 'unsatisfied', 'unsure'],
    totals = { worker: 135, colleague: 60 },
    change = {},
  }: {
    marks?: Mark[];
    said?: SurveyAnswer[];
    totals?: Record<string, number>;
    change?: Partial<Evaluation>;
  } = {},
): Promise<void> {
  await world.moveClock(JANUARY);
  const village = { _id: VILLAGE, path: PATH };
  const begun = newEvaluation({ village, year: YEAR, rules: DEFAULT_RULES, by: SECRETARY }, DECEMBER);
  const given = REVIEWERS.map(({ person }, n) => [person, { worker: marks[n], colleague: marks[n] }]);
  const asked = withReviewers(begun, REVIEWERS, DECEMBER);
  const { owedAt: _, ...evaluation } = { ...asked, outbox: [], marks: Object.fromEntries(given), ...change };
  const books = Object.entries(totals).map(([worker, total]) => bookOfYear(worker, total));
  await world.cloud.store.bulkInsert('evaluations', [{ ...evaluation }]);
  await world.cloud.store.bulkInsert(
    'books',
    books.map((book) => ({ ...book })),
  );
  for (const [n, answer] of said.entries()) {
    const answers = { [YEAR]: { said: answer, at: DECEMBER, worker: 'worker', by: 'app' } };
    world.change('households', `h${n + 1}`, { answers });
  }
}

/** As `yearBehind`, graded and signed by the secretary through the door. @returns until when one may appeal */
export async function signedYear(
  world: World,
  options: Parameters<typeof yearBehind>[1] = {},
): Promise<number> {
  await yearBehind(world, options);
  await world.ok('secretary', 'evaluation.grade', HERE);
  return (await world.ok('secretary', 'evaluation.sign', await seenBy(world, 'secretary'))).appealUntil;
}

/** What this leader signs: the list as they see it now. */
export async function seenBy(world: World, leader: string) {
  const { list = '' } = await world.ok(leader, 'evaluation.open', HERE);
  return { ...HERE, list };
}

export async function evaluationIn(world: World): Promise<Evaluation> {
  const found = (await world.documents<Evaluation>('evaluations')).find(({ _id }) => _id === EVALUATION);
  if (!found) throw new Error('no evaluation');
  return found;
}
