import type { AreaCode } from '../../domain/area/area';
import { evaluationId } from '../../domain/evaluation/evaluation';
import type { Year } from '../../domain/points/account';
import { lastClosingYear } from '../../domain/points/calendar';
import { versionAt } from '../../domain/points/version';
import { listLines, rollOfHouseholds, rollOfWorkers, takingPart } from '../../domain/roll/make';
import { type Roll, rollId } from '../../domain/roll/roll';
import type { Millis } from '../../domain/time/shanghai';
import { insert } from '../kit/aggregate';
import { now } from '../kit/clock';
import { _ } from '../kit/cloud';
import { one } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import { goRound } from '../kit/round';
import { ruleVersions } from '../kit/rules';
import { sha256 } from '../kit/sha256';
import { byIds, whole } from '../kit/whole';

/** What a list of households is made of. */
const BOOK = {
  account: true,
  kind: true,
  grid: true,
  name: true,
  entries: true,
  joined: true,
  leftAt: true,
  closed: true,
};

/** An evaluation may drag on into the year after the next. */
const YEARS_BACK = 2;

/** The rolls of what has become final, once each: the derived key is the lock. */
export async function makeRolls(at: Millis, until: Millis): Promise<Record<string, number>> {
  const year = lastClosingYear(at);
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(Number(year) - back));
  const workers = await makeOfWorkers(years, at, until);
  const households = await makeOfHouseholds(year, at, until);
  return { workers, households };
}

async function makeOfWorkers(years: readonly Year[], at: Millis, until: Millis): Promise<number> {
  const finals = await whole(
    'evaluations',
    { year: _.in([...years]), state: 'final' },
    { area: true, year: true },
  );
  const missing = await withoutRoll(finals);
  let made = 0;
  for (const { area, year } of missing) {
    if (now() >= until) break;
    const evaluation = await one('evaluations', evaluationId(area, year));
    if (evaluation?.state === 'final') made += await keep(rollOfWorkers(evaluation, at));
  }
  return made;
}

async function withoutRoll<T extends { area: AreaCode; year: Year }>(finals: readonly T[]): Promise<T[]> {
  const idOf = ({ area, year }: T) => rollId(area, year, 'worker');
  const rolls = await byIds('rolls', finals.map(idOf), { _id: true });
  const found = new Set(rolls.map(({ _id }) => _id));
  return finals.filter((one) => !found.has(idOf(one)));
}

/** Village by village, once a year; one whose books are still open is tried again at the next firing. */
async function makeOfHouseholds(year: Year, at: Millis, until: Millis): Promise<number> {
  const versions = await ruleVersions();
  const rules = versionAt(versions, `${year}-12`);
  const villages = async () =>
    (await whole('areas', { level: 'village' }, { _id: true })).map(({ _id }) => _id);
  const { worked } = await goRound(`roll-household-${year}`, villages, until, async (village) => {
    const books = await whole('books', { area: village, year, kind: 'household' }, BOOK);
    const joined = books.filter(({ joined }) => joined !== undefined);
    if (joined.length === 0) return 0;
    const [place, grids] = await Promise.all([
      one('areas', village),
      whole('areas', { parent: village }, { path: true }),
    ]);
    const paths = new Map(grids.map(({ _id, path }) => [_id, path]));
    const members = takingPart(joined, paths);
    const hash = sha256(listLines(members));
    const named = { area: village, areaPath: place?.path ?? '' };
    return keep(rollOfHouseholds({ village: named, year, members, rules, hash }, at));
  });
  return worked;
}

async function keep(roll: Roll): Promise<number> {
  if (!(await insert('rolls', roll))) return 0;
  await deliverSoon('rolls', roll);
  return 1;
}
