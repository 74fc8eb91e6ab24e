import { surveyYear } from '../../domain/evaluation/calendar';
import type { SurveyAnswer } from '../../domain/evaluation/evaluation';
import { isKin } from '../../domain/evaluation/kin';
import { isFamily, workerOfYear } from '../../domain/evaluation/survey';
import type { Person } from '../../domain/person/person';
import type { Year } from '../../domain/points/account';
import type { Millis } from '../../domain/time/shanghai';
import type { Circle } from './circle';

interface Survey {
  year: Year;
  /** Name. */
  worker: string;
  said?: SurveyAnswer;
}

/** What a household is asked about its worker's year, in the weeks of the survey; nobody is asked about themselves or their family. */
export function surveyOf({ household, workers }: Circle, person: Person, at: Millis): Survey | undefined {
  const year = surveyYear(at);
  const worker = year && workerOfYear(household._id, workers, year, at);
  if (!worker || isFamily(worker, household._id) || isKin(worker, person)) return undefined;
  const said = household.answers?.[year]?.said;
  return { year, worker: worker.name, ...(said ? { said } : {}) };
}
