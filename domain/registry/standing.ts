import type { Area, AreaCode } from '../area/area';
import type { Household } from '../household/household';
import type { Person } from '../person/person';
import type { Millis } from '../time/shanghai';

/** Of a household, what a file can say. */
export type HouseholdFacts = Pick<
  Household,
  '_id' | 'rev' | 'area' | 'head' | 'members' | 'phone' | 'address' | 'winter' | 'ended'
>;

/** What the registry holds that a file is held against. */
export interface Standing {
  /** Where the importing administrator may write. */
  scope: readonly AreaCode[];
  areas: ReadonlyMap<AreaCode, Area>;
  /** Everybody the file names, and every worker of its areas. */
  people: ReadonlyMap<string, Person>;
  /** Every household the file names, and every household of its grids. */
  households: ReadonlyMap<string, HouseholdFacts>;
}

/** Who looks after each household at that instant or will later; who only stands in for somebody on leave does not count. */
export function workersOfHouseholds(people: Iterable<Person>, at: Millis): Map<string, Person> {
  const workers = new Map<string, Person>();
  for (const person of people) {
    for (const link of person.links ?? []) {
      if (!link.cover && (link.to === undefined || link.to > at)) workers.set(link.household, person);
    }
  }
  return workers;
}
