import type { AreaCode } from '../../domain/area/area';
import { evaluatedYear } from '../../domain/evaluation/calendar';
import { evaluationId } from '../../domain/evaluation/evaluation';
import { beginAsks, timesAsked } from '../../domain/evaluation/pace';
import type { Year } from '../../domain/points/account';
import type { Millis } from '../../domain/time/shanghai';
import { notify } from '../kit/dispatch';
import { goRound } from '../kit/round';
import { villagesInPoints } from '../kit/settlings';
import { whole } from '../kit/whole';
import { castOf } from './people';
import { villageAt } from './place';

/**
 * Asks who leads a village in which the year's evaluation has not begun; four times, each in a round of its own that a
 * kill does not lose. One read while nothing is to be asked.
 * @returns how many notices were written
 */
export async function askToBegin(at: Millis, until: Millis): Promise<number> {
  const year = evaluatedYear(at);
  const nth = timesAsked(year, at);
  if (nth === 0) return 0;
  const { worked } = await goRound(
    `evaluation.${year}.${nth}`,
    () => unbegun(year),
    until,
    (village) => askLeaders(village, year, nth, at),
  );
  return worked;
}

async function unbegun(year: Year): Promise<AreaCode[]> {
  const [villages, begun] = await Promise.all([
    villagesInPoints(year),
    whole('evaluations', { year }, { area: true }),
  ]);
  const have = new Set(begun.map(({ area }) => area));
  return villages.filter((village) => !have.has(village));
}

async function askLeaders(village: AreaCode, year: Year, nth: number, at: Millis): Promise<number> {
  const [{ path }, { leaders }] = await Promise.all([villageAt(village), castOf({ village, year }, null)]);
  const about = { _id: evaluationId(village, year), area: village, areaPath: path, year };
  return notify(
    beginAsks(
      about,
      nth,
      leaders.map(({ _id }) => _id),
      at,
    ),
  );
}
