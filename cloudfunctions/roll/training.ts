import { mayIn } from '../../domain/access/roll';
import type { AreaCode } from '../../domain/area/area';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import type { Roll } from '../../domain/roll/roll';
import { completed, repaired, signedUp } from '../../domain/roll/training';
import { apply } from '../kit/aggregate';
import type { Call } from '../kit/serve';
import { idOf } from './place';

/** Signing up is for the person alone; that it is done, the village's secretary says. */
export async function train({ input, caller: { person }, command, at }: Call<'roll.train'>) {
  const self = input.step === 'sign-up';
  const subject = self ? person._id : input.subject;
  if (subject === undefined) throw new Refusal('BAD_INPUT', { path: 'subject' });
  if (self && input.subject !== undefined && input.subject !== person._id)
    throw new Refusal('NOT_YOURS', { path: 'subject' });
  if (!self) mustHold('roll.train', input.village, person, subject);
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
  mustHold('roll.repair', input.village, person, subject);
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
 * Sits at the village's desk; whatever is said of somebody is said by another.
 * @throws Refusal NOT_YOURS
 */
export function mustHold(
  action: 'roll.train' | 'roll.repair' | 'roll.post',
  village: AreaCode,
  person: Person,
  about?: string,
): void {
  if (!mayIn(action, village, person)) throw new Refusal('NOT_YOURS', { path: 'village' });
  if (about === person._id) throw new Refusal('NOT_YOURS', { path: 'subject' });
}
