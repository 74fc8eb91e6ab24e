import { promiseOf } from '../indicator/count';
import { deskKey, LEVEL_ROLE } from '../person/person';
import type { Problem, TimelineEntry } from '../problem/problem';
import type { MonthKey } from '../time/period';
import { DAY, type Millis } from '../time/shanghai';
import { monthAt } from '../time/week';
import { type AccountId, accountOf } from './account';
import { settlesAt } from './calendar';
import type { Fact } from './fact';

/** What of a matter is counted. */
export type ProblemCounted = Pick<
  Problem,
  '_id' | 'confidential' | 'reporter' | 'onBehalfBy' | 'status' | 'holder' | 'lead' | 'explained' | 'timeline'
>;

/** Somebody said "this is for us". */
const TAKEN_UP: readonly TimelineEntry['what'][] = ['accept', 'assign', 'plan'];
/** What takes a matter out of every score, and what brings it back. */
const OUT: readonly TimelineEntry['what'][] = ['refuse', 'merge', 'withdraw'];
const BACK: readonly TimelineEntry['what'][] = ['overturn', 'reopen'];

/** Stars count when they are given so soon after the matter was closed. */
export const RATED_WITHIN: Millis = 30 * DAY;

/**
 * What a matter says of workers and organisations in a month; whoever is no worker has no book, and the fact falls away.
 * Only what cannot be undone any more is counted: solved, in time and rated when the reporter's word or the lapse of
 * their time has closed it, so that no points are ever taken back because a matter was reopened. Found is that it
 * was accepted, unless it was out of scope by the day of settling. Nobody earns by their own word, and a confidential
 * matter tells nobody's book who reported it.
 */
export function problemFacts(problem: ProblemCounted, month: MonthKey): Fact[] {
  const told = [...found(problem), ...closed(problem)];
  return told
    .filter(({ at }) => monthAt(at) === month)
    .map((one) => ({ ...one, of: problem._id, month, evidence: { kind: 'problem', id: problem._id } }));
}

type Told = Pick<Fact, 'kind' | 'account' | 'at' | 'stars'>;

function found({ confidential, reporter, onBehalfBy, timeline }: ProblemCounted): Told[] {
  const taken = timeline.find(({ what }) => TAKEN_UP.includes(what));
  if (confidential || taken === undefined) return [];
  const { at } = taken;
  const before = settlesAt(monthAt(at));
  const turn = lastOf(
    timeline.filter((entry) => entry.at < before),
    [...OUT, ...BACK],
  );
  if (turn && OUT.includes(turn.what)) return [];
  const byWorker = onBehalfBy && (onBehalfBy.role ?? 'worker') === 'worker';
  const finder = byWorker ? onBehalfBy.person : reporter.person;
  // "This is for us" has to be said by somebody else.
  return taken.by?.person === finder ? [] : [{ kind: 'found', account: accountOf('worker', finder), at }];
}

/** An explanation is an answer, and solves nothing. */
function closed(problem: ProblemCounted): Told[] {
  const { status, explained, timeline, reporter } = problem;
  const end = lastOf(timeline, ['confirm', 'lapse']);
  if (status !== 'closed' || explained || !end) return [];
  const { due, missed, finished } = promiseOf(timeline);
  const onTime = due !== undefined && finished !== undefined && !missed && finished <= due;
  const solved = end.what === 'confirm';
  const rated = timeline.filter(({ stars }) => stars !== undefined).at(-1);
  const own = (entry: TimelineEntry, { person }: Doer) => person !== undefined && entry.by?.person === person;
  return doersOf(problem).flatMap((doer) => {
    const { account } = doer;
    const told: Told[] = [];
    // In time for whom: a promise to oneself is none.
    if (onTime && doer.person !== reporter.person) told.push({ kind: 'on-time', account, at: end.at });
    if (solved && doer.solves && !own(end, doer)) told.push({ kind: 'solved', account, at: end.at });
    if (rated?.stars !== undefined && rated.at - end.at < RATED_WITHIN && !own(rated, doer))
      told.push({ kind: 'rated', account, at: rated.at, stars: rated.stars });
    return told;
  });
}

interface Doer {
  account: AccountId;
  /** Of a worker. */
  person?: string;
  /** A worker solves inside the grid; above it the organisation does. */
  solves: boolean;
}

/** Whose doing it was: the worker who led or finished it, and the organisation at whose own desk it was done. */
function doersOf({ holder, lead, timeline }: ProblemCounted): Doer[] {
  const inGrid = holder.level === 'grid';
  const person = lead?.kind === 'person' ? lead.key : lastOf(timeline, ['finish'])?.by?.person;
  const atDesk = !inGrid && holder.key === deskKey(LEVEL_ROLE[holder.level], holder.area);
  return [
    ...(person ? [{ account: accountOf('worker', person), person, solves: inGrid }] : []),
    ...(atDesk ? [{ account: accountOf('organisation', holder.area), solves: true }] : []),
  ];
}

function lastOf(
  timeline: readonly TimelineEntry[],
  whats: readonly TimelineEntry['what'][],
): TimelineEntry | undefined {
  return timeline.filter(({ what }) => whats.includes(what)).at(-1);
}
