import type { Seat } from '../../domain/person/desk';
import { decide, whenDue } from '../../domain/problem/decide';
import type { Problem } from '../../domain/problem/problem';
import type { Millis } from '../../domain/time/shanghai';
import { apply } from '../kit/aggregate';
import { now } from '../kit/clock';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import { seatsOver } from '../kit/seats';
import { serveTimer } from '../kit/timer';

const BATCH = 100;
/** Moved at the same time; a function may have so many questions under way. */
const LANES = 5;

/**
 * Warns of and moves what nobody acted on: oldest first, so that nothing starves; batch by batch until the time is up.
 * Each move is a command whose id is the instant it answers to, written so that no client can use it: two sweeps
 * at once, a crash or a repeated firing move a problem once. After a jump of the clock a problem still makes one move
 * a run, at the run's own time: the next desk is given its full time from when the matter reaches it.
 */
export const main = serveTimer(40, async (at, until) => {
  let moved = 0;
  let failed = 0;
  const seen = new Set<string>();
  while (now() < until) {
    const found = await all('problems', (problems) =>
      problems
        .where({ nextAt: _.lte(at) })
        .orderBy('nextAt', 'asc')
        .skip(failed)
        .limit(BATCH),
    );
    const due = found.filter(({ _id }) => !seen.has(_id));
    const seats = await seatsOver(due.map(({ area }) => area));
    for (let n = 0; n < due.length && now() < until; n += LANES) {
      const outcomes = await Promise.all(
        due.slice(n, n + LANES).map((problem) => {
          seen.add(problem._id);
          return moveOrTell(problem, seats(problem.area), at);
        }),
      );
      moved += outcomes.filter((outcome) => outcome === 'moved').length;
      failed += outcomes.filter((outcome) => outcome === 'failed').length;
    }
    if (found.length < BATCH || due.length === 0) break;
  }
  return { moved, failed };
});

async function moveOrTell(problem: Problem, seats: readonly Seat[], at: Millis) {
  try {
    return (await move(problem, seats, at)) ? 'moved' : 'left';
  } catch (error) {
    console.error('[sweep]', problem._id, error);
    return 'failed';
  }
}

async function move(problem: Problem, seats: readonly Seat[], at: Millis): Promise<boolean> {
  const command = { id: `due:${problem.nextAt}`, print: `${problem.holder.level} ${problem.nextAt}`, at };
  const { state, replayed } = await apply('problems', {
    id: problem._id,
    command,
    known: problem,
    decide: (current) => {
      const name = current.nextAt === problem.nextAt ? whenDue(current, at) : null;
      return name ? decide(current, { name }, { relations: new Set(['clock']), seats }, at) : current;
    },
    answer: () => null,
  });
  if (!replayed) await deliverSoon('problems', state);
  return !replayed;
}
