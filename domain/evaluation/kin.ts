import { type AreaCode, contains } from '../area/area';
import { gridOfWorker } from '../contact/duty';
import { desksAbove } from '../person/desk';
import type { Person } from '../person/person';

/** The same person, or of the same household. */
export function isKin(a: Pick<Person, '_id' | 'household'>, b: Pick<Person, '_id' | 'household'>): boolean {
  return a._id === b._id || (a.household !== undefined && a.household === b.household);
}

/** Everybody with a worker's post in the village; of several villages the first post says which. */
export function candidatesAmong(people: readonly Person[], village: AreaCode): Person[] {
  return people.filter(
    (person) => person.posts.some(({ role }) => role === 'worker') && contains(village, gridOfWorker(person)),
  );
}

/** Whose people lead a village's evaluation: its own desk, else the next above it. */
export function leadDesks(village: AreaCode): string[] {
  return desksAbove(village).map(({ key }) => key);
}

/**
 * Who leads: the village's secretary; when every one of them is graded here or kin of somebody who is, the township's
 * officials, then the banner's. Nobody grades themselves or their family.
 * @param graded ids of who is graded already or served here in the year, whatever their posts are now
 */
export function leadersAmong(
  people: readonly Person[],
  village: AreaCode,
  graded: readonly string[] = [],
): Person[] {
  const judged = judgedAmong(people, village, graded);
  const free = (desk: string) =>
    people.filter((person) => person.desks.includes(desk) && !isKinOfAny(person, judged));
  return (
    leadDesks(village)
      .map(free)
      .find((some) => some.length > 0) ?? []
  );
}

/** Everybody the evaluation is about: the workers of today, and whom it is known to be about besides. */
export function judgedAmong(
  people: readonly Person[],
  village: AreaCode,
  graded: readonly string[],
): Person[] {
  return [...candidatesAmong(people, village), ...people.filter(({ _id }) => graded.includes(_id))];
}

export function isKinOfAny(
  person: Pick<Person, '_id' | 'household'>,
  others: readonly Pick<Person, '_id' | 'household'>[],
): boolean {
  return others.some((other) => isKin(other, person));
}
