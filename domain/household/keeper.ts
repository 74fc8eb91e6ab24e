import type { Audience } from '../notice/notice';
import type { Link, Person } from '../person/person';
import type { Millis } from '../time/shanghai';
import type { Household } from './household';

type Worker = Pick<Person, '_id' | 'links'>;

/**
 * Who looks after a household now: whoever covers for a worker on leave, else the linked worker.
 * @param people whoever was ever linked to it
 */
export function keeperOf<W extends Worker>(
  household: string,
  people: readonly W[],
  at: Millis,
): W | undefined {
  const now = people.filter((person) => lasting(household, person, at).length > 0);
  return now.find((person) => lasting(household, person, at).some((link) => link.cover)) ?? now[0];
}

/** Whom the household's wishes go to: its keeper; without one, the grid's chief. */
export function hearerOf(
  { _id, area }: Pick<Household, '_id' | 'area'>,
  people: readonly Worker[],
  at: Millis,
): Audience {
  const keeper = keeperOf(_id, people, at);
  return keeper ? { person: keeper._id } : { post: { role: 'chief', area } };
}

function lasting(household: string, { links = [] }: Worker, at: Millis): Link[] {
  return links.filter(
    (link) => link.household === household && link.from <= at && (link.to === undefined || at < link.to),
  );
}
