import { levelAbove } from '../area/area';
import { Refusal } from '../error/refusal';
import { DAY, type Millis } from '../time/shanghai';
import { notAhead, tooLate } from './pause';
import { holderAt, type Problem, supervisorAt } from './problem';
import { due } from './running';

/** Source: an extension of at most 30 days, its reasons told. */
const LONGEST = 30 * DAY;

/** Asks the desk one level up for more time; once per level. Until it answers the clock goes on. */
export function askExtension(problem: Problem, until: Millis, text: string, now: Millis): Problem {
  const { area, deadline, holder, requested = [] } = problem;
  if (!deadline || deadline.at <= now) throw tooLate();
  if (until <= deadline.at) throw notAhead();
  if (until - deadline.at > LONGEST) {
    throw new Refusal('BAD_INPUT', {
      path: 'until',
      words: { zh: '最多延30天', en: 'At most 30 days more' },
    });
  }
  const above = levelAbove(holder.level);
  const to = above ? holderAt(area, above) : supervisorAt(area);
  return { ...problem, request: { until, text, at: now, to }, requested: [...requested, holder.level] };
}

/** @throws Refusal NOT_NOW when the deadline has passed: it climbs, whoever says yes now */
export function grant({ request, ...problem }: Problem, now: Millis): Problem {
  const { deadline } = problem;
  // A deadline that has moved on meanwhile is not brought back.
  if (!request || !deadline || deadline.at <= now || request.until <= deadline.at) throw tooLate();
  const extended = { from: deadline.extended?.from ?? deadline.at, to: request.until };
  return due(problem, { ...deadline, at: request.until, extended }, now);
}

export function deny({ request: _, ...problem }: Problem): Problem {
  return problem;
}
