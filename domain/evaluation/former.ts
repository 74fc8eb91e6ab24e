import { type AreaCode, contains } from '../area/area';
import { type Person, postsOf } from '../person/person';
import { type AccountId, accountOf, type Year } from '../points/account';
import type { PointsBook } from '../points/book';
import { householdsIn } from './service';

/** Where a year's points lie, and so where the year was served. */
export type Served = Pick<PointsBook, 'account' | 'area' | 'areaPath' | 'grid'>;

/** 已经不任网格员: no worker's post is left. */
export function isFormer(person: Person): boolean {
  return postsOf(person, 'worker').length === 0;
}

/**
 * Who served in this village in the year and is no worker any more: their year is told like everybody's, once. The
 * year's points book says where it was served; nobody who went before the first month was settled has one, and counts
 * where they live. Each as they stood then, in the grid where they served.
 * @param books of the year, also those that lie in other villages
 */
export function formerAmong(
  people: readonly Person[],
  books: ReadonlyMap<AccountId, Served>,
  { village, year }: { village: AreaCode; year: Year },
): Person[] {
  return people.filter(isFormer).flatMap((person) => {
    const book = books.get(accountOf('worker', person._id));
    if (!book && !hasServed(person, year)) return [];
    const here = book ? { ...person, ...placeOf(book) } : person;
    return contains(village, here.area) ? [here] : [];
  });
}

type Place = Pick<Person, 'area' | 'areaPath'>;

function placeOf({ area, grid, areaPath }: Served): Place {
  return { area: grid ?? area, areaPath };
}

/** Whether a household was theirs at any time of the year; whoever only stood in has not served. */
function hasServed({ links = [] }: Person, year: Year): boolean {
  return householdsIn([{ links }], year).size > 0;
}
