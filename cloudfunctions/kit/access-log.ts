import { randomUUID } from 'node:crypto';
import type { Person } from '../../domain/person/person';
import { accountOf, ownerOf } from '../../domain/points/account';
import type { PointsBook } from '../../domain/points/book';
import type { Access } from '../../domain/registry/access';
import type { Millis } from '../../domain/time/shanghai';
import { insert } from './aggregate';

/** Every look at somebody else's data is written down, one write a call. */
export async function logAccess(person: Person, access: Omit<Access, '_id' | 'by'>): Promise<void> {
  await insert('accesses', { _id: randomUUID(), by: { person: person._id, name: person.name }, ...access });
}

/** As `logAccess`, for a list that tells of households' points: a line for each village, none for the own household. */
export async function logHouseholds(person: Person, books: readonly Told[], at: Millis): Promise<void> {
  const own = person.household && accountOf('household', person.household);
  const others = books.filter(({ account }) => ownerOf(account).kind === 'household' && account !== own);
  for (const area of new Set(others.map((book) => book.area))) {
    const seen = others.filter((book) => book.area === area).map(({ account }) => account);
    await logAccess(person, { at, what: 'points', area, masked: false, count: new Set(seen).size });
  }
}

type Told = Pick<PointsBook, 'account' | 'area'>;
