import { dueSteps, type Step, stepIds } from '../../domain/points/due';
import type { Millis } from '../../domain/time/shanghai';
import { _ } from './cloud';
import { all } from './collections';

/** Months and years of points that are due and not done, in the order in which they have to be. One read. */
export async function stepsLeft(at: Millis): Promise<Step[]> {
  const rounds = await all('rounds', (some) => some.where({ _id: _.in(stepIds(at)) }).limit(100));
  const done = new Set(rounds.flatMap(({ _id, done }) => (done === undefined ? [] : [_id])));
  return dueSteps(at, new Set(rounds.map(({ _id }) => _id))).filter(({ id }) => !done.has(id));
}
