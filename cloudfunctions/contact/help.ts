import { weekAfter, weekKey } from '../../domain/time/period';
import type { Call } from '../kit/serve';
import { helpIn } from '../kit/workers';
import { areaWithin, postsFor } from './scope';

/** Who may need a hand after last week, and why. */
export async function helpView({ input, caller: { person }, at }: Call<'contact.help'>) {
  const area = areaWithin(postsFor('contact.help', person), input.area);
  const week = weekAfter(weekKey(at), -1);
  const found = await helpIn(area, week);
  return { week, workers: found.map(({ grid: _, ...row }) => row), asOf: at };
}
