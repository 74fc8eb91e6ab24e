import type { Person } from '../../domain/person/person';
import { type AccountId, ownerOf } from '../../domain/points/account';
import type { PointsBook } from '../../domain/points/book';
import { desksToSign, type Party } from '../../domain/points/second';
import { inParts } from './batches';
import { _ } from './cloud';
import { all } from './collections';

/** Whose book it is, and everybody who may have to do with it: who may sign, the worker, the household's people. */
export interface Signers {
  party: Party;
  people: Person[];
  /** The people of the household, or the worker. */
  owners: Person[];
}

type Told = Pick<PointsBook, 'account' | 'area' | 'grid'>;

/** One read for many books. */
export async function signersOf(books: readonly Told[]): Promise<(book: Told) => Signers> {
  const people = await peopleOf(books);
  return (book) => {
    const owners = people.filter((person) => owns(person, book.account));
    const { kind } = ownerOf(book.account);
    const home = kind === 'worker' ? owners[0]?.household : undefined;
    const { account, area, grid } = book;
    return {
      party: { account, area, ...(grid ? { grid } : {}), ...(home ? { household: home } : {}) },
      people,
      owners,
    };
  };
}

function owns(person: Person, account: AccountId): boolean {
  const { kind, owner } = ownerOf(account);
  return kind === 'worker' ? person._id === owner : kind === 'household' && person.household === owner;
}

async function peopleOf(books: readonly Told[]): Promise<Person[]> {
  const owners = books.map(({ account }) => ownerOf(account));
  const wanted = [
    ...[...new Set(books.flatMap((book) => desksToSign(book).flat()))].map((key) => ({ desks: key })),
    ...owners.flatMap(({ kind, owner }) => (kind === 'worker' ? [{ _id: owner }] : [])),
    ...owners.flatMap(({ kind, owner }) => (kind === 'household' ? [{ household: owner }] : [])),
  ];
  const found = new Map<string, Person>();
  for (const some of inParts(wanted)) {
    const values = (field: string) => some.flatMap((one) => (field in one ? Object.values(one) : []));
    const either = _.or([
      { desks: _.in(values('desks')) },
      { _id: _.in(values('_id')) },
      { household: _.in(values('household')) },
    ]);
    for (const person of await all('people', (people) => people.where(either).limit(1000)))
      found.set(person._id, person);
  }
  return [...found.values()];
}
