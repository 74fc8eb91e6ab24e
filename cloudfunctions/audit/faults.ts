import { lastClosedWeek } from '../../domain/contact/sheet';
import { lateAppeals } from '../../domain/evaluation/appeal';
import { evaluatedYear } from '../../domain/evaluation/calendar';
import { overBy } from '../../domain/evaluation/pace';
import { lastClosingYear } from '../../domain/points/calendar';
import { OPEN_STATUSES } from '../../domain/problem/problem';
import { rollId } from '../../domain/roll/roll';
import { periodAt, STUDY_LEVELS, spanOf } from '../../domain/study/period';
import { DAY, HOUR, MINUTE, type Millis } from '../../domain/time/shanghai';
import { _ } from '../kit/cloud';
import { all, collection } from '../kit/collections';
import { OWING } from '../kit/dispatch';
import { stretchesLeft, villagesLookingBack } from '../kit/settlings';
import { byIds, whole } from '../kit/whole';

/** A sweep runs every ten minutes; twice missed is a fault. */
const SWEEP_LATE = 25 * MINUTE;
const OUTBOX_LATE = 15 * MINUTE;
/** Books close at midnight and are summed up from 00:20 to 02:40. */
const SUMMARY_LATE = 3 * HOUR;

/** A month's points are settled, and a year closed, in a night or two. */
const SETTLED_LATE = 3 * DAY;

/** Orders lapse at midnight and are given back by day. */
const LAPSE_LATE = DAY;

/** Evaluations are looked at every morning. */
const EVALUATION_LATE = 2 * DAY;
/** Lists are made every morning of what is final. */
const ROLLED_LATE = 2 * DAY;

/** What should not exist, each by its name in `domain/health`. */
const FAULTS: Record<string, (at: Millis) => Promise<number>> = {
  overdue: (at) => count('problems', { nextAt: _.lt(at - SWEEP_LATE) }),
  undelivered: async (at) => {
    const owed = await Promise.all(OWING.map((name) => count(name, { owedAt: _.lt(at - OUTBOX_LATE) })));
    return owed.reduce((sum, one) => sum + one, 0);
  },
  unclosed: (at) => gridsWithoutSummary(lastClosedWeek(at - SUMMARY_LATE)),
  unheld: (at) => count('sessions', { nextAt: _.lt(at - SWEEP_LATE) }),
  unlanded: (at) => count('sessions', { decidedAt: _.lt(at - SWEEP_LATE) }),
  unopened,
  unlapsed: (at) => count('books', { lapseAt: _.lt(at - LAPSE_LATE) }),
  appeals: async (at) =>
    (await count('evaluations', { nextAt: _.lt(at - EVALUATION_LATE) })) + (await appealsLate(at)),
  unevaluated,
  unrolled: finalsWithoutRoll,
  lost: () => count('problems', { status: _.in([...OPEN_STATUSES]), nextAt: _.exists(false) }),
};

export async function countFaults(at: Millis): Promise<Record<string, number>> {
  const [points, ...counted] = await Promise.all([
    pointsLate(at),
    ...Object.entries(FAULTS).map(async ([name, look]) => [name, await look(at)] as const),
  ]);
  return { ...points, ...Object.fromEntries(counted) };
}

/** Every area's running period has its session, a while after it began. */
async function unopened(at: Millis): Promise<number> {
  const each = await Promise.all(
    STUDY_LEVELS.map(async (level) => {
      const period = periodAt(level, at);
      if (at - spanOf(level, period).from < SWEEP_LATE) return 0;
      const [areas, sessions] = await Promise.all([
        count('areas', { level }),
        count('sessions', { level, period }),
      ]);
      return Math.max(0, areas - sessions);
    }),
  );
  return each.reduce((sum, one) => sum + one, 0);
}

async function count(name: Parameters<typeof collection>[0], where: object): Promise<number> {
  return (await collection(name).where(where).count()).total ?? 0;
}

/** A finished week in which grids have not been summed up. */
async function gridsWithoutSummary(week: string): Promise<number> {
  const [grids, summaries] = await Promise.all([
    count('areas', { level: 'grid' }),
    count('summaries', { week }),
  ]);
  return Math.max(0, grids - summaries);
}

/** Months of points that should be settled by now, and years that should be closed, and are not in some place. */
async function pointsLate(at: Millis): Promise<Record<'unsettled' | 'unshut', number>> {
  const left = await stretchesLeft(at - SETTLED_LATE);
  const months = left.flatMap((one) => one.months);
  const years = left.flatMap(({ year, closes }) => (closes ? [year] : []));
  return { unsettled: new Set(months).size, unshut: new Set(years).size };
}

/** Appeals that nobody has answered for weeks; while one is open the clock has a next moment. */
async function appealsLate(at: Millis): Promise<number> {
  const waiting = await all('evaluations', (some) =>
    some
      .where({ nextAt: _.gt(0), state: 'signed' })
      .field({ candidates: true })
      .limit(1000),
  );
  return waiting.reduce((sum, evaluation) => sum + lateAppeals(evaluation, at), 0);
}

/** Years of villages, of the last two, that should be final and are not. */
async function unevaluated(at: Millis): Promise<number> {
  const last = Number(evaluatedYear(at));
  const years = [last, last - 1].map(String).filter((year) => at >= overBy(year));
  const left = await Promise.all(
    years.map(async (year) => {
      const [villages, finals] = await Promise.all([
        villagesLookingBack(year),
        whole('evaluations', { year, state: 'final' }, { area: true }),
      ]);
      const through = new Set(finals.map(({ area }) => area));
      return villages.filter((village) => !through.has(village)).length;
    }),
  );
  return left.reduce((sum, one) => sum + one, 0);
}

/** Results of the last two years that were final in time for the clock to make their lists. */
async function finalsWithoutRoll(at: Millis): Promise<number> {
  const year = Number(lastClosingYear(at));
  const finals = await whole(
    'evaluations',
    { year: _.in([String(year), String(year - 1)]), state: 'final', finalAt: _.lt(at - ROLLED_LATE) },
    { area: true, year: true },
  );
  const rolls = await byIds(
    'rolls',
    finals.map(({ area, year }) => rollId(area, year, 'worker')),
    { _id: true },
  );
  return finals.length - rolls.length;
}
