import type { AreaCode } from '../../domain/area/area';
import type { Person } from '../../domain/person/person';
import { type AccountId, accountOf, ownerOf } from '../../domain/points/account';
import type { PointsBook } from '../../domain/points/book';
import { settlesAt } from '../../domain/points/calendar';
import type { PointsEntry } from '../../domain/points/entry';
import { evaluate } from '../../domain/points/evaluate';
import { standingAt } from '../../domain/points/past';
import type { RuleVersion } from '../../domain/points/rule';
import type { MonthKey } from '../../domain/time/period';
import { contactFactsOf, sheetsOf, workFacts } from './facts';
import { byIds } from './whole';

interface Recount {
  village: AreaCode;
  /** Of workers. */
  books: readonly Pick<PointsBook, 'account' | 'entries'>[];
  /** In order, of one year. */
  months: readonly MonthKey[];
  version: (month: MonthKey) => RuleVersion;
}

/**
 * What the clock would book for a village's workers, told anew from the raw records: for a replay under the versions that
 * held, for a dry run under another one. What people signed is not in it; of that only what took an entry back counts, for
 * its cap. Two reads a month, and a few.
 */
export async function recount(asked: Recount): Promise<Map<AccountId, PointsEntry[]>> {
  const { village, books, months, version } = asked;
  const [workers, work] = await Promise.all([
    workersOf(books.map(({ account }) => account)),
    workFacts(months),
  ]);
  const signed = new Map(books.map(({ account, entries }) => [account, Object.values(entries)]));
  const booked = new Map<AccountId, PointsEntry[]>(
    workers.map(({ _id }) => [accountOf('worker', _id), []] as const),
  );
  const sheetsIn = sheetsOf(village);
  for (const month of months) {
    const contacts = await contactFactsOf(workers, month, await sheetsIn(month));
    const at = settlesAt(month);
    for (const [account, entries] of booked) {
      const facts = [...(contacts.get(account) ?? []), ...(work.get(month)?.get(account) ?? [])];
      const past = standingAt(entries, signed.get(account) ?? [], at);
      entries.push(...evaluate(version(month), facts, past, at));
    }
  }
  return booked;
}

function workersOf(accounts: readonly AccountId[]): Promise<Person[]> {
  return byIds(
    'people',
    accounts.map((account) => ownerOf(account).owner),
  );
}
