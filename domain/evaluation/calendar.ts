import type { Year } from '../points/account';
import { closesAt } from '../points/calendar';
import { atShanghai, DAY, type Millis, shanghai } from '../time/shanghai';
import type { Evaluation } from './evaluation';

/** Households are asked in the last month of the year, and until its books close. */
const SURVEY_OPENS = '-12-01';
/** Reviewers get a reminder after a week, and are waited for a fortnight. */
const REMIND_AFTER: Millis = 7 * DAY;
const REVIEW_TIME: Millis = 14 * DAY;

export function surveyOpensAt(year: Year): Millis {
  return atShanghai(`${year}${SURVEY_OPENS}`);
}

/** Exclusive. Nothing is graded before, so an answer changed in time always counts. */
export function surveyEndsAt(year: Year): Millis {
  return closesAt(year);
}

/** The year that households are asked about now, if any. */
export function surveyYear(at: Millis): Year | undefined {
  const year = evaluatedYear(at);
  return at < surveyEndsAt(year) ? year : undefined;
}

/** The year that is evaluated at this time: from 1 December on the running one, before that the last. */
export function evaluatedYear(at: Millis): Year {
  const running = shanghai(at).format('YYYY');
  return at >= surveyOpensAt(running) ? running : String(Number(running) - 1);
}

export function remindsAt({ begunAt }: Pick<Evaluation, 'begunAt'>): Millis {
  return begunAt + REMIND_AFTER;
}

/** Until then grading waits for reviewers who have not given all their marks. */
export function reviewUntil({ begunAt }: Pick<Evaluation, 'begunAt'>): Millis {
  return begunAt + REVIEW_TIME;
}
