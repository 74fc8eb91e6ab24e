import { areaAt } from '../../domain/area/area';
import { gridOfWorker } from '../../domain/contact/duty';
import { Refusal } from '../../domain/error/refusal';
import type { Household } from '../../domain/household/household';
import type { Person } from '../../domain/person/person';
import { type AccountId, accountOf, bookId, ownerOf, type Year } from '../../domain/points/account';
import { type BookOwner, bookBegun, newBook, type PointsBook } from '../../domain/points/book';
import { closesAt } from '../../domain/points/calendar';
import { yearBefore } from '../../domain/points/carry';
import { inherited } from '../../domain/points/join';
import type { Millis } from '../../domain/time/shanghai';
import { one } from './collections';
import { closesYet } from './settlings';

/** Whose book it is, without the year. */
export type Owner = Omit<BookOwner, 'year'>;

export function ownerOfWorker(worker: Person): Owner {
  const grid = gridOfWorker(worker);
  const areaPath = worker.posts.find(({ role }) => role === 'worker')?.areaPath ?? worker.areaPath;
  return {
    account: accountOf('worker', worker._id),
    area: areaAt(grid, 'village'),
    areaPath,
    grid,
    name: worker.name,
  };
}

export function ownerOfHousehold({ _id, area, head, address }: Household): Owner {
  return {
    account: accountOf('household', _id),
    area: areaAt(area, 'village'),
    areaPath: address,
    grid: area,
    name: head,
  };
}

/** Reads the person, household or area an account belongs to. @throws Refusal NOT_FOUND */
async function readOwner(account: AccountId): Promise<Owner> {
  const { kind, owner } = kindOf(account);
  if (kind === 'worker') {
    const person = await one('people', owner);
    if (person?.posts.some(({ role }) => role === 'worker')) return ownerOfWorker(person);
  } else if (kind === 'household') {
    const household = await one('households', owner);
    if (household) return ownerOfHousehold(household);
  } else {
    const area = await one('areas', owner);
    if (area && area.level !== 'grid')
      return { account, area: owner, areaPath: area.path || area.name, name: area.name };
  }
  throw new Refusal('NOT_FOUND', { path: 'account' });
}

function kindOf(account: AccountId): ReturnType<typeof ownerOf> {
  try {
    return ownerOf(account);
  } catch {
    throw new Refusal('NOT_FOUND', { path: 'account' });
  }
}

/**
 * The book of an account and year as it stands, or a fresh one that nobody has written yet, closed when its year is; a
 * household's goes on from the year before. One read; two to four when there is none. @throws Refusal NOT_FOUND when there is no such account
 */
export async function bookOf(account: AccountId, year: Year, at: Millis): Promise<PointsBook> {
  const stored = await one('books', bookId(account, year));
  if (stored) return stored;
  const owner = { ...(await readOwner(account)), year };
  // Where the clock is late it comes to this book too: shut before, the last months would be lost.
  const open = closesAt(year) > at || (await closesYet(owner.area, year, at));
  const fresh = open ? newBook(owner) : bookBegun(owner, at);
  return fresh.kind === 'household'
    ? inherited(fresh, await one('books', bookId(account, yearBefore(year))))
    : fresh;
}
