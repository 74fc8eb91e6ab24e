import { mayIn } from '../../domain/access/roll';
import { Refusal } from '../../domain/error/refusal';
import { evaluationId } from '../../domain/evaluation/evaluation';
import { hadHandIn, objected, objectionAnswered } from '../../domain/roll/objection';
import type { Roll } from '../../domain/roll/roll';
import { apply } from '../kit/aggregate';
import { one } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import type { Call } from '../kit/serve';
import { idOf, rollOf } from './place';

/** By whoever stands on the internal roll: the name is off it until somebody uninvolved has answered. */
export async function object({ input, caller: { person }, command, at }: Call<'roll.object'>) {
  const { state, answer, replayed } = await apply('rolls', {
    id: idOf(input),
    command,
    decide: (roll: Roll) => objected(roll, person._id, input.text, at),
    answer: () => ({ subject: person._id, asOf: at }),
  });
  if (!replayed) await deliverSoon('rolls', state);
  return answer;
}

/** By a supervisor of the area. @throws Refusal NOT_YOURS for one who had a hand in it, or is kin */
export async function answer({ input, caller: { person }, command, at }: Call<'roll.answer'>) {
  if (!mayIn('roll.answer', input.village, person)) throw new Refusal('NOT_YOURS', { path: 'village' });
  const roll = await rollOf(input);
  const [evaluation, basis, about] = await Promise.all([
    one('evaluations', evaluationId(input.village, input.year)),
    roll.internal ? one('bases', roll.internal.basis) : undefined,
    one('people', input.subject),
  ]);
  if (!evaluation || !about) throw new Refusal('NOT_FOUND', { path: 'subject' });
  if (hadHandIn(roll, { evaluation, basis: basis ?? undefined }, about, person))
    throw new Refusal('NOT_YOURS', {
      path: 'subject',
      words: {
        zh: '您参加过这件事，或者是亲属，请别的监督员答复',
        en: 'You had a hand in this, or are kin: another supervisor answers',
      },
    });
  const by = { person: person._id, name: person.name };
  const {
    state,
    answer: told,
    replayed,
  } = await apply('rolls', {
    id: idOf(input),
    command,
    decide: (before: Roll) => objectionAnswered(before, input, by, at),
    answer: () => ({ subject: input.subject, asOf: at }),
  });
  if (!replayed) await deliverSoon('rolls', state);
  return told;
}
