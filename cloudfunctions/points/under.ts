import type { Area } from '../../domain/area/area';
import type { Writable } from '../../domain/contract/views';
import type { Person } from '../../domain/person/person';
import { accountOf, ownAccounts } from '../../domain/points/account';
import { ownerOfWorker } from '../kit/book';
import { all } from '../kit/collections';
import { workersIn } from '../kit/workers';

type Under = Omit<Writable, 'rules'>;

/**
 * Whose points somebody writes down day by day: the workers of a chief's grid or a secretary's village, the organisations
 * right below an official's. Names only; what they have is for who evaluates. Two reads a post.
 */
export async function accountsUnder(person: Person): Promise<Under[]> {
  const found = await Promise.all(
    person.posts.map(({ role, area }) => {
      if (role === 'chief' || role === 'secretary') return workersUnder(area);
      return role === 'official' ? organisationsUnder(area) : undefined;
    }),
  );
  const own = ownAccounts(person);
  return found
    .filter((one) => one !== undefined)
    .map(({ kind, accounts }) => ({
      kind,
      accounts: accounts.filter(({ account }) => !own.includes(account)),
    }))
    .filter(({ accounts }) => accounts.length > 0);
}

async function workersUnder(area: string): Promise<Under> {
  const accounts = (await workersIn(area)).map(ownerOfWorker).map(({ account, name, areaPath }) => ({
    account,
    name,
    areaPath,
  }));
  return { kind: 'worker', accounts: accounts.sort((a, b) => a.name.localeCompare(b.name, 'zh')) };
}

async function organisationsUnder(area: string): Promise<Under> {
  const below: Area[] = await all('areas', (areas) => areas.where({ parent: area }).limit(1000));
  return {
    kind: 'organisation',
    accounts: below
      .filter(({ level }) => level !== 'grid')
      .map(({ _id, name, path }) => ({ account: accountOf('organisation', _id), name, areaPath: path })),
  };
}
