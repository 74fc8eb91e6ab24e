import { areaAt } from '../area/area';
import { type Owed, owe } from '../notice/notice';
import { deskKey, type Person } from '../person/person';
import type { Year } from '../points/account';
import { monthAfter } from '../points/calendar';
import { yearAfter } from '../points/carry';
import type { Settling } from '../points/due';
import type { Scheme } from '../points/rule';
import { atShanghai, DAY, type Millis } from '../time/shanghai';
import { reviewUntil, surveyEndsAt } from './calendar';
import type { Evaluation, Step } from './evaluation';

/**
 * The sixth of the six ones: every village looks back once a year. Whoever leads is asked for the next step until the
 * result is signed, and from March on the township hears of it, so that no year is forgotten.
 */
type Village = Pick<Evaluation, '_id' | 'area' | 'areaPath' | 'year'>;

/** Who has not begun is asked on these days: households are being asked; the books are closed; it is getting late. */
const ASKED_ON = [
  { years: 0, day: '-12-05' },
  { years: 1, day: '-01-16' },
  { years: 1, day: '-02-01' },
  { years: 1, day: '-03-01' },
] as const;
const LATE_FROM = '-03-01';
const OVER_BY = '-04-01';
const WEEK: Millis = 7 * DAY;
/** The books of a year are settled and closed in a night or two after the survey's end. */
const CLOSED_WITHIN: Millis = 3 * DAY;

function dayOf(year: Year, day: string, years = 1): Millis {
  return atShanghai(`${Number(year) + years}${day}`);
}

/** How often villages that have not begun are to have been asked by now: 0–4. */
export function timesAsked(year: Year, at: Millis): number {
  return ASKED_ON.filter(({ day, years }) => dayOf(year, day, years) <= at).length;
}

/**
 * Whether anybody in a village can have served long enough in the year: the first month settled there was the last one
 * due on the first day, so the day itself lies one or two months on.
 */
export function canLookBackOn(year: Year, { since }: Pick<Settling, 'since'>, scheme: Scheme): boolean {
  return monthAfter(since, 2 + scheme.monthsToGrade) <= `${yearAfter(year)}-01`;
}

/** From then on a year that is not final is a fault. */
export function overBy(year: Year): Millis {
  return dayOf(year, OVER_BY);
}

/** When reviewers have had their time and residents theirs. */
export function gradableAt(evaluation: Pick<Evaluation, 'begunAt' | 'year'>): Millis {
  return Math.max(reviewUntil(evaluation), surveyEndsAt(evaluation.year) + CLOSED_WITHIN);
}

/** When who leads is asked to sign what has been graded, if they have not by then. */
export function signAskedAt(gradedAt: Millis): Millis {
  return gradedAt + WEEK;
}

/** Who leads, as far as they are asked. */
type Leader = Pick<Person, '_id' | 'desks'>;

/** Asks who leads a village that has not begun, for the nth time; the last time the township hears of it as well. */
export function beginAsks(village: Village, nth: number, leaders: readonly Leader[], at: Millis): Owed[] {
  return asks(village, 'begin', `begin-${nth}`, leaders, at);
}

/** The evaluation goes on to owe the question for its next step, once a week. */
export function stepAsked(evaluation: Evaluation, leaders: readonly Leader[], at: Millis): Evaluation {
  const step = evaluation.state === 'collecting' ? 'grade' : 'sign';
  const next: Evaluation = { ...evaluation, nextAt: at + WEEK };
  return asks(evaluation, step, `${step}.${at}`, leaders, at).reduce<Evaluation>(owe, next);
}

function asks(village: Village, step: Step, nth: string, leaders: readonly Leader[], at: Millis): Owed[] {
  const { _id, area, areaPath, year } = village;
  const township = { role: 'official' as const, area: areaAt(area, 'township') };
  const base = {
    about: { kind: 'evaluation' as const, id: _id },
    urgent: false,
    at,
    facts: { name: areaPath.split('·').at(-1) ?? areaPath, areaPath, year, step },
  };
  const lead: Owed = {
    ...base,
    key: `${_id}.${nth}`,
    kind: 'evaluation-due',
    // Nobody may lead, or nobody is there: whoever is next above has to seat somebody.
    to: leaders.length > 0 ? { people: leaders.map(({ _id }) => _id) } : { post: township },
  };
  // The township needs no word about what it is to do itself.
  const above = leaders.every(({ desks }) => !desks.includes(deskKey('secretary', area)));
  if (above || at < dayOf(year, LATE_FROM)) return [lead];
  // Once for each step that is late: the township is told of a standstill, not kept awake by it.
  return [lead, { ...base, key: `${_id}.late.${step}`, kind: 'evaluation-late', to: { post: township } }];
}
