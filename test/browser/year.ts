import cloudbase from '@cloudbase/node-sdk';
import type { AreaCode } from '../../domain/area/area';
import { newEvaluation, withReviewers } from '../../domain/evaluation/begin';
import { evaluatedYear, surveyEndsAt } from '../../domain/evaluation/calendar';
import { ANSWERS, type Evaluation, evaluationId, MARKS } from '../../domain/evaluation/evaluation';
import { candidatesAmong } from '../../domain/evaluation/kin';
import { reviewed } from '../../domain/evaluation/review';
import { spanOfYear } from '../../domain/evaluation/service';
import type { Person } from '../../domain/person/person';
import { accountOf } from '../../domain/points/account';
import { newBook, type PointsBook } from '../../domain/points/book';
import { closesAt } from '../../domain/points/calendar';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { DAY, type Millis } from '../../domain/time/shanghai';
import { actAsFunction } from '../local/world';

interface Village {
  code: AreaCode;
  path: string;
}

interface Staff {
  secretary: Person;
  chiefs: Person[];
  workers: Person[];
}

/** A year that has been lived, up to where a person has to count, to look and to sign. */
export interface PlantedYear {
  year: string;
  workers: Person[];
  /** The last day to appeal is over, and the clock of the evaluation's own timer has come. */
  passDay(): Promise<void>;
}

/** The last year whose books are closed. */
function closedYear(at: Millis): string {
  const year = evaluatedYear(at);
  return at >= surveyEndsAt(year) ? year : String(Number(year) - 1);
}

/**
 * A year that no test can live through, for every worker of a village: links since January, closed books, what
 * households answered, and the marks of three reviewers, as the domain's own functions make them.
 */
export async function plantYear(url: string, village: Village, at: Millis): Promise<PlantedYear> {
  actAsFunction(url);
  const app = cloudbase.init({ env: 'local' });
  const db = app.database();
  const staffed = async (role: string): Promise<Person[]> => {
    const desks = db.RegExp({ regexp: `^${role}@${village.code}`, options: '' });
    const { data } = await db.collection('people').where({ desks }).limit(1000).get();
    return data;
  };
  const put = ({ _id, ...rest }: { _id: string }, into: string) => db.collection(into).doc(_id).set(rest);
  const year = closedYear(at);
  const workers = candidatesAmong(await staffed('worker'), village.code);
  const [secretary] = await staffed('secretary');
  const chiefs = (await staffed('chief')).slice(0, 3);
  if (!secretary || chiefs.length < 3) throw new Error('too few people to evaluate');
  await put(collected(village, year, { secretary, chiefs, workers }, at), 'evaluations');
  for (const [n, worker] of workers.entries()) {
    const links = (worker.links ?? []).map((link) => ({ ...link, from: spanOfYear(year).from }));
    await db
      .collection('people')
      .doc(worker._id)
      .update({ links: db.command.set(links) });
    await put(closedBook(worker, village, year, 60 + ((n * 37) % 90)), 'books');
    for (const [nth, { household }] of links.slice(0, 8).entries()) {
      const said = ANSWERS[(n + nth) % 5 === 0 ? 1 : (n * nth) % 11 === 10 ? 2 : 0];
      const answers = { [year]: { said, at: at - 30 * DAY, worker: worker._id, by: 'app' } };
      await db
        .collection('households')
        .doc(household)
        .update({ answers: db.command.set(answers) });
    }
  }
  // What the clock does has its instant for a name: no two are the same.
  let day = at;
  return {
    year,
    workers,
    // Ten working days of the whole product's timers take minutes: the day is moved, not the clock.
    async passDay() {
      const evaluation = db.collection('evaluations').doc(evaluationId(village.code, year));
      day += 1;
      await evaluation.update({ appealUntil: at, nextAt: day });
      await app.callFunction({ name: 'evaluation', data: TIMER });
    },
  };
}

/** What the platform hands to a function when its timer fires. */
const TIMER = { Type: 'Timer', TriggerName: 'daily', Time: '' };

/** Begun three weeks ago; every reviewer has given every mark. */
function collected(
  village: Village,
  year: string,
  { secretary, chiefs, workers }: Staff,
  at: Millis,
): Evaluation {
  const signatory = ({ _id, name }: Person) => ({ person: _id, name });
  const begun = at - 21 * DAY;
  const opened = newEvaluation(
    {
      village: { _id: village.code, path: village.path },
      year,
      rules: DEFAULT_RULES,
      by: signatory(secretary),
    },
    begun,
  );
  const asked = withReviewers(opened, chiefs.map(signatory), Math.max(begun, at - DAY));
  const marked = chiefs.reduce((evaluation, chief, nth) => {
    const marks = workers.map(({ _id }, n) => ({ person: _id, mark: MARKS[(n + nth) % 3] ?? 'good' }));
    return reviewed(evaluation, chief, marks, workers);
  }, asked);
  const { nextAt: _n, owedAt: _o, ...rest } = { ...marked, outbox: [] };
  return rest;
}

function closedBook(worker: Person, { code, path }: Village, year: string, total: number): PointsBook {
  const account = accountOf('worker', worker._id);
  const book = newBook({ account, year, area: code, areaPath: path, grid: worker.area, name: worker.name });
  return { ...book, total, settled: `${year}-12`, closed: { at: closesAt(year), total } };
}
