import type { AreaCode } from '../area/area';
import type { Person } from '../person/person';

/** 网格员 · 组织 · 参加积分的户 */
export const ACCOUNT_KINDS = ['worker', 'organisation', 'household'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** `worker.<person>`, `organisation.<area>`, `household.<household>` */
export type AccountId = string;
/** `2026` */
export type Year = string;

export function accountOf(kind: AccountKind, owner: string): AccountId {
  return `${kind}.${owner}`;
}

/** Whose account it is. @throws RangeError when it is none */
export function ownerOf(account: AccountId): { kind: AccountKind; owner: string } {
  const cut = account.indexOf('.');
  const kind = ACCOUNT_KINDS.find((one) => one === account.slice(0, cut));
  if (!kind) throw new RangeError(`not an account: ${account}`);
  return { kind, owner: account.slice(cut + 1) };
}

/** One account × one year. */
export function bookId(account: AccountId, year: Year): string {
  return `${account}_${year}`;
}

/** The accounts that are this person's own: as a worker, as the desk of an organisation, as a household. */
export function ownAccounts(person: Person): AccountId[] {
  const organisations: AreaCode[] = person.posts
    .filter(({ role }) => role === 'secretary' || role === 'official')
    .map(({ area }) => area);
  return [
    ...(person.posts.some(({ role }) => role === 'worker') ? [accountOf('worker', person._id)] : []),
    ...organisations.map((area) => accountOf('organisation', area)),
    ...(person.household ? [accountOf('household', person.household)] : []),
  ];
}

/** Also of somebody who is a worker no longer: the years served stay their own, to read and never to sign. */
export function isOwnAccount(account: AccountId, person: Person): boolean {
  return account === accountOf('worker', person._id) || ownAccounts(person).includes(account);
}
