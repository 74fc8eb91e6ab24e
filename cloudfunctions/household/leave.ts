import type { Outputs } from '../../domain/contract/views';
import { leave as cleared } from '../../domain/household/leave';
import { hasLeft, released } from '../../domain/household/residence';
import { apply, changes } from '../kit/aggregate';
import { collection } from '../kit/collections';
import type { Call } from '../kit/serve';

/**
 * Takes the consent back. The household first, while the caller is still known, then the person; who is bound to
 * nothing has left already, so that a repetition is told the same.
 */
export async function leave({
  caller: { person },
  command,
  at,
}: Call<'household.leave'>): Promise<Outputs['household.leave']> {
  const done = { left: true, asOf: at } as const;
  const household = person?.household;
  // Said again after a new consent, the old command means the old one.
  if (!person || !household || hasLeft(person, command.id)) return done;
  await apply('households', {
    id: household,
    command,
    decide: (before) => cleared(before, person),
    answer: () => done,
  });
  await collection('people')
    .where({ _id: person._id, household })
    .update(changes(person, released(person, command.id, at)));
  return done;
}
