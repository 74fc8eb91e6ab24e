import { notNow } from '../error/refused';
import type { Household } from '../household/household';
import type { Person } from '../person/person';
import type { Year } from '../points/account';
import type { Millis } from '../time/shanghai';
import { surveyYear } from './calendar';
import type { YearAnswer } from './evaluation';
import { spanOfYear } from './service';

/** As long as the evaluation that counted them. */
const YEARS_KEPT = 3;

type Worker = Pick<Person, '_id' | 'links'>;

/** Who looked after a household for most of the year up to now; whoever only stood in is not meant. */
export function workerOfYear<W extends Worker>(
  household: string,
  people: readonly W[],
  year: Year,
  at: Millis,
): W | undefined {
  const { from, to } = spanOfYear(year);
  const until = Math.min(at, to);
  const held = ({ links = [] }: W) =>
    links
      .filter((link) => link.household === household && !link.cover)
      .reduce(
        (sum, link) => sum + Math.max(0, Math.min(link.to ?? until, until) - Math.max(link.from, from)),
        0,
      );
  const [longest] = people
    .map((person) => ({ person, held: held(person) }))
    .filter((one) => one.held > 0)
    .sort((a, b) => b.held - a.held || (a.person._id < b.person._id ? -1 : 1));
  return longest?.person;
}

/** A worker who lives in the household: it is not asked. */
export function isFamily(worker: Pick<Person, 'household'>, household: string): boolean {
  return worker.household === household;
}

/**
 * The household with its answer; it may change while the survey lasts. Its own word is never replaced by what a chief
 * wrote down.
 * @throws Refusal NOT_NOW outside the survey, or when the household has answered for itself
 */
export function answered(household: Household, year: Year, answer: YearAnswer): Household {
  if (surveyYear(answer.at) !== year)
    throw notNow('year', '现在不在征求意见的时间里', 'The survey is not open');
  const before = household.answers?.[year];
  if (before?.by === 'app' && answer.by !== 'app')
    throw notNow('household', '这户已经自己答过了', 'This household has answered for itself');
  if (before && before.said === answer.said && before.by === answer.by && before.worker === answer.worker)
    return household;
  const kept = Object.entries(household.answers ?? {}).filter(
    ([one]) => Number(one) > Number(year) - YEARS_KEPT,
  );
  return { ...household, answers: { ...Object.fromEntries(kept), [year]: answer } };
}
