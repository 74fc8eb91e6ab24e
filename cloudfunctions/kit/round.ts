import type { Millis } from '../../domain/time/shanghai';
import { now } from './clock';
import { collection, one, type Round } from './collections';

/**
 * Works through items in the order of their keys, one after the other, and stops by itself before `until`. A firing
 * that was killed is gone on with by the next one; an item may so be worked on twice, and `work` must not mind.
 * An item that fails holds up nobody: it is tried again at the next firing. `work` hears what comes next, to read ahead.
 */
export async function goRound(
  id: string,
  items: () => Promise<readonly string[]>,
  until: Millis,
  work: (item: string, next: string | undefined) => Promise<number>,
): Promise<{ worked: number; failed: number; left: number }> {
  const stored = await one('rounds', id);
  if (stored?.done) return { worked: 0, failed: 0, left: 0 };
  const round: Round = stored ?? { _id: id, at: now(), after: '', failed: [] };
  const again = round.failed;
  const todo = [...again, ...[...(await items())].sort().filter((item) => item > round.after)];
  let worked = 0;
  for (const [index, item] of todo.entries()) {
    if (now() >= until) return { worked, failed: round.failed.length, left: todo.length - index };
    round.failed = round.failed.filter((one) => one !== item);
    try {
      worked += await work(item, todo[index + 1]);
    } catch (error) {
      round.failed.push(item);
      console.error(`[${id}]`, item, error);
    }
    if (index >= again.length) round.after = item;
    await keep(round);
  }
  if (round.failed.length === 0) await keep({ ...round, done: now() });
  return { worked, failed: round.failed.length, left: 0 };
}

async function keep({ _id, ...rest }: Round): Promise<void> {
  await collection('rounds').doc(_id).set(rest);
}
