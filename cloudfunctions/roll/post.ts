import { areaAt } from '../../domain/area/area';
import { posted } from '../../domain/roll/internal';
import type { Roll } from '../../domain/roll/roll';
import { apply } from '../kit/aggregate';
import { one } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import type { Call } from '../kit/serve';
import { groundFor, idOf, rollOf } from './place';
import { mustHold } from './training';

/** The internal roll, for the village organisation only, on a basis that the banner has entered and approved. */
export async function post({ input, caller: { person }, command, at }: Call<'roll.post'>) {
  await mustHold('roll.post', input.village, person);
  const { until } = input;
  const stored = await one('bases', input.basis);
  const basis = stored?.area === areaAt(input.village, 'banner') ? stored : undefined;
  const ground = await groundFor(await rollOf(input), at);
  const by = { person: person._id, name: person.name };
  const { state, answer, replayed } = await apply('rolls', {
    id: idOf(input),
    command,
    decide: (roll: Roll) => posted(roll, basis, { until, ...ground }, by, at),
    answer: () => ({ until, asOf: at }),
  });
  if (!replayed) await deliverSoon('rolls', state);
  return answer;
}
