import { keeperOf } from '../../domain/household/keeper';
import type { Millis } from '../../domain/time/shanghai';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';

/**
 * Who lives there; for people without a phone, who looks after them. One read.
 * @param but who did what there is to hear
 */
export async function earsOf(household: string, at: Millis, but?: string): Promise<string[]> {
  const near = await all('people', (people) =>
    people.where(_.or([{ household }, { 'links.household': household }])).limit(100),
  );
  const living = near.filter((person) => person.household === household);
  const keeper = keeperOf(household, near, at);
  const hearing = living.length > 0 ? living : keeper ? [keeper] : [];
  return hearing.map(({ _id }) => _id).filter((id) => id !== but);
}
