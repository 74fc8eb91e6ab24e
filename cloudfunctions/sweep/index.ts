import { decide, whenDue } from '../../domain/problem/decide';
import type { Problem } from '../../domain/problem/problem';
import type { Millis } from '../../domain/time/shanghai';
import { apply } from '../kit/aggregate';
import { now } from '../kit/clock';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import { seatsAbove } from '../kit/seats';
import { serveTimer } from '../kit/timer';

const BATCH = 100;

/**
 * Moves what nobody acted on: oldest deadline first, so that nothing starves; batch by batch until the time is up.
 * Each move is a command whose id is the deadline it answers to, written so that no client can use it: two sweeps
 * at once, a crash or a repeated firing move a problem once.
 */
export const main = serveTimer(40, async (at, until) => {
  let moved = 0;
  let failed = 0;
  while (now() < until) {
    const due = await all('problems', (problems) =>
      problems
        .where({ nextAt: _.lte(at) })
        .orderBy('nextAt', 'asc')
        .skip(failed)
        .limit(BATCH),
    );
    for (const problem of due) {
      if (now() >= until) break;
      try {
        moved += (await move(problem, at)) ? 1 : 0;
      } catch (error) {
        failed += 1;
        console.error('[sweep]', problem._id, error);
      }
    }
    if (due.length < BATCH) break;
  }
  return { moved, failed };
});

async function move(problem: Problem, at: Millis): Promise<boolean> {
  const command = { id: `due:${problem.nextAt}`, print: `${problem.holder.level} ${problem.nextAt}`, at };
  const { state, replayed } = await apply('problems', {
    id: problem._id,
    command,
    decide: async (current) => {
      const name = whenDue(current, at);
      if (!name) return current;
      const seats = name === 'climb' ? await seatsAbove(current.area) : [];
      return decide(current, { name }, { relations: new Set(['clock']), seats }, at);
    },
    answer: () => null,
  });
  if (!replayed) await deliverSoon('problems', state);
  return !replayed;
}
