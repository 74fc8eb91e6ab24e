import { mayIn } from '../../domain/access/roll';
import type { AreaCode } from '../../domain/area/area';
import { Refusal } from '../../domain/error/refusal';
import { isKin } from '../../domain/evaluation/kin';
import type { Person } from '../../domain/person/person';
import type { Roll } from '../../domain/roll/roll';
import { completed, repaired, signedUp } from '../../domain/roll/training';
import { apply } from '../kit/aggregate';
import { one } from '../kit/collections';
import type { Call } from '../kit/serve';
import { idOf } from './place';

/** Signing up is for the person alone; that it is done, the village's secretary says. */
export async function train({ input, caller: { person }, command, at }: Call<'roll.train'>) {
  const self = input.step === 'sign-up';
  const subject = self ? person._id : input.subject;
  if (subject === undefined) throw new Refusal('BAD_INPUT', { path: 'subject' });
  if (self && input.subject !== undefined && input.subject !== person._id)
    throw new Refusal('NOT_YOURS', { path: 'subject' });
  if (!self) await mustHold('roll.train', input.village, person, subject);
  const { answer } = await apply('rolls', {
    id: idOf(input),
    command,
    decide: (roll: Roll) => (self ? signedUp : completed)(roll, subject, at),
    answer: () => ({ subject, asOf: at }),
  });
  return answer;
}

export async function repair({ input, caller: { person }, command, at }: Call<'roll.repair'>) {
  const { subject, text } = input;
  await mustHold('roll.repair', input.village, person, subject);
  const by = { person: person._id, name: person.name };
  const { answer } = await apply('rolls', {
    id: idOf(input),
    command,
    decide: (roll: Roll) => repaired(roll, subject, text, by, at),
    answer: () => ({ subject, asOf: at }),
  });
  return answer;
}

/**
 * Sits at the village's desk; whatever is said of somebody is said by nobody of their household.
 * @throws Refusal NOT_YOURS
 */
export async function mustHold(
  action: 'roll.train' | 'roll.repair' | 'roll.post',
  village: AreaCode,
  person: Person,
  about?: string,
): Promise<void> {
  if (!mayIn(action, village, person)) throw new Refusal('NOT_YOURS', { path: 'village' });
  if (about === undefined) return;
  const subject = (await one('people', about)) ?? { _id: about };
  if (isKin(person, subject))
    throw new Refusal('NOT_YOURS', {
      path: 'subject',
      words: { zh: '本人和自家人的事，请别人来办', en: 'Somebody else does this for you and your household' },
    });
}
