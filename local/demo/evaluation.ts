import { createHash } from 'node:crypto';
import { newEvaluation, withReviewers } from '../../domain/evaluation/begin';
import { ANSWERS, type Evaluation, MARKS, type SurveyAnswer } from '../../domain/evaluation/evaluation';
import { finalised, listText } from '../../domain/evaluation/final';
import { graded } from '../../domain/evaluation/grade';
import { reviewed } from '../../domain/evaluation/review';
import { signed } from '../../domain/evaluation/sign';
import { accountOf, type Year } from '../../domain/points/account';
import type { PointsBook } from '../../domain/points/book';
import { closesAt } from '../../domain/points/calendar';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { consented, HONOUR_VERSION, LONGEST_CONSENT, recommended } from '../../domain/roll/honour';
import { rollOfWorkers } from '../../domain/roll/make';
import type { Roll } from '../../domain/roll/roll';
import { atShanghai, DAY, HOUR, type Millis, shanghai } from '../../domain/time/shanghai';
import type { DemoPerson } from './people';
import type { Random } from './random';
import { type Synthetic, synthetic } from './synthetic';
import type { DemoVillage } from './village';

/** The year that lies behind: collected in December, signed after the books closed, final in spring. */
export function evaluatedDemoYear(now: Millis): Year {
  return String(Number(shanghai(now).format('YYYY')) - 1);
}

/** Of the households of the stage seven in ten have answered; a few are not content. */
const ANSWERED = 0.7;
const SAID: readonly [SurveyAnswer, number][] = [
  ['satisfied', 0.72],
  ['basically', 0.92],
  ['unsatisfied', 0.96],
  ['unsure', 1],
];

/** The village with what its households said of last year's worker. */
export function withAnswers(village: DemoVillage, now: Millis, random: Random): DemoVillage {
  const year = evaluatedDemoYear(now);
  const at = atShanghai(`${year}-12-12 19:30`);
  const grids = village.grids.map((grid) => {
    const keeper = new Map(
      grid.workers.flatMap(({ _id, links = [] }) => links.map(({ household }) => [household, _id] as const)),
    );
    const households = grid.households.map((household) => {
      const drawn = random.next();
      const said = SAID.find(([, up]) => drawn <= up)?.[0] ?? ANSWERS[0];
      const worker = keeper.get(household._id);
      if (!random.chance(ANSWERED) || !worker) return household;
      return { ...household, answers: { [year]: { said, at, worker, by: 'app' as const } } };
    });
    return { ...grid, households };
  });
  return { ...village, grids };
}

/** How the village's year was told, by the domain's own steps from the closed books, the answers and the marks. */
export function evaluationOf(
  { area, secretary, grids }: DemoVillage,
  books: readonly PointsBook[],
  now: Millis,
  random: Random,
): Evaluation {
  const year = evaluatedDemoYear(now);
  const begun = atShanghai(`${year}-12-03 10:00`);
  const counted = closesAt(year) + 34 * HOUR;
  const workers = grids.flatMap((grid) => grid.workers);
  const chiefs = grids.slice(0, 5).map(({ chief }) => chief);
  const rules = DEFAULT_RULES;
  const opened = newEvaluation({ village: area, year, rules, by: signatory(secretary) }, begun);
  const asked = withReviewers(opened, chiefs.map(signatory), begun);
  const marked = chiefs.reduce(
    (evaluation, chief) => reviewed(evaluation, chief, marksBy(workers, random), workers),
    asked,
  );
  const facts = { workers, judges: chiefs, books: booksBy(books, year), answers: answersIn(grids, year) };
  const sheet = graded(marked, facts, [], counted);
  const done = signed(sheet, signatory(secretary), counted + DAY);
  const told = finalised(done, sha256(listText(done)), done.appealUntil ?? counted);
  return quiet(told);
}

/** Who is recommended of it; the first two agreed to be named. */
export function rollOf(evaluation: Evaluation, { secretary, grids }: DemoVillage): Synthetic<Roll> {
  const at = (evaluation.finalAt ?? 0) + DAY;
  const chief = grids[0]?.chief ?? secretary;
  const [first, second, third] = rollOfWorkers(evaluation, at).top;
  let roll = rollOfWorkers(evaluation, at);
  for (const line of [first, second, third]) {
    if (!line) continue;
    const { subject, name } = line;
    const said = { subject, honour: '最美网格员', text: '雪夜送药、帮着修渠，家家都说好' };
    for (const [nth, by] of [chief, secretary].entries())
      roll = recommended(roll, said, signatory(by), { people: [subject] }, at + (nth + 1) * DAY);
    if (line === third) continue;
    const until = at + LONGEST_CONSENT;
    roll = consented(
      roll,
      { subject, until, version: HONOUR_VERSION },
      { person: subject, name },
      at + 3 * DAY,
    );
  }
  return synthetic(quiet(roll));
}

function marksBy(workers: readonly DemoPerson[], random: Random) {
  return workers.map(({ _id }) => {
    const drawn = random.next();
    return { person: _id, mark: MARKS[drawn < 0.6 ? 0 : drawn < 0.92 ? 1 : 2] ?? 'good' };
  });
}

function booksBy(books: readonly PointsBook[], year: Year) {
  const own = books.filter((book) => book.year === year && book.kind === 'worker');
  return new Map(
    own.map((book) => [
      book.account.slice(accountOf('worker', '').length),
      { total: book.total, entries: Object.keys(book.entries).length, closed: book.closed !== undefined },
    ]),
  );
}

function answersIn(grids: DemoVillage['grids'], year: Year) {
  const counts = new Map<string, Partial<Record<SurveyAnswer, number>>>();
  for (const { households } of grids)
    for (const { answers } of households) {
      const answer = answers?.[year];
      if (!answer) continue;
      const own = counts.get(answer.worker) ?? {};
      own[answer.said] = (own[answer.said] ?? 0) + 1;
      counts.set(answer.worker, own);
    }
  return counts;
}

function signatory({ _id, name }: DemoPerson) {
  return { person: _id, name };
}

/** Its notices were read long ago. */
function quiet<T extends { outbox: unknown[]; owedAt?: number; rev: number }>(one: T): T {
  const { owedAt: _, ...rest } = { ...one, outbox: [], rev: one.rev + 1 };
  return rest as unknown as T;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
