import type { AreaCode } from '../../domain/area/area';
import { evaluatedYear } from '../../domain/evaluation/calendar';
import { evaluationId } from '../../domain/evaluation/evaluation';
import { beginAsks, timesAsked } from '../../domain/evaluation/pace';
import type { Year } from '../../domain/points/account';
import type { Millis } from '../../domain/time/shanghai';
import { one } from '../kit/collections';
import { notify } from '../kit/dispatch';
import { goRound } from '../kit/round';
import { villagesLookingBack } from '../kit/settlings';
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
    villagesLookingBack(year),
    whole('evaluations', { year }, { area: true }),
  ]);
  const have = new Set(begun.map(({ area }) => area));
  return villages.filter((village) => !have.has(village));
}

async function askLeaders(village: AreaCode, year: Year, nth: number, at: Millis): Promise<number> {
  const _id = evaluationId(village, year);
  const [begun, { path }, { leaders }] = await Promise.all([
    one('evaluations', _id),
    villageAt(village),
    castOf({ village, year }, null),
  ]);
  // Tried again a day later: it may have begun meanwhile.
  return begun ? 0 : notify(beginAsks({ _id, area: village, areaPath: path, year }, nth, leaders, at));
}
