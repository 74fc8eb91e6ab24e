import type { AreaCode } from '../../domain/area/area';
import type { Person } from '../../domain/person/person';
import { type AccountId, accountOf, ownerOf } from '../../domain/points/account';
import { settlesAt } from '../../domain/points/calendar';
import type { PointsEntry } from '../../domain/points/entry';
import { evaluate } from '../../domain/points/evaluate';
import type { RuleVersion } from '../../domain/points/rule';
import type { MonthKey } from '../../domain/time/period';
import { inParts } from './batches';
import { _ } from './cloud';
import { all } from './collections';
import { contactFactsOf, sheetsOf, workFacts } from './facts';

interface Recount {
  village: AreaCode;
  /** Of workers. */
  accounts: readonly AccountId[];
  /** In order, of one year. */
  months: readonly MonthKey[];
  version: (month: MonthKey) => RuleVersion;
}

/**
 * What the clock would book for a village's workers, told anew from the raw records: for a replay under the versions that
 * held, for a dry run under another one. What people signed is not in it. Some ten reads a month.
 */
export async function recount(asked: Recount): Promise<Map<AccountId, PointsEntry[]>> {
  const workers = await workersOf(asked.accounts);
  const booked = new Map<AccountId, PointsEntry[]>(
    workers.map(({ _id }) => [accountOf('worker', _id), []] as const),
  );
  for (const month of asked.months) {
    const [sheets, work] = await Promise.all([sheetsOf(asked.village, month), workFacts(month)]);
    const contacts = await contactFactsOf(workers, month, sheets);
    for (const [account, entries] of booked) {
      const facts = [...(contacts.get(account) ?? []), ...(work.get(account) ?? [])];
      entries.push(...evaluate(asked.version(month), facts, entries, settlesAt(month)));
    }
  }
  return booked;
}

async function workersOf(accounts: readonly AccountId[]): Promise<Person[]> {
  const ids = accounts.map((account) => ownerOf(account).owner);
  const people = await Promise.all(
    inParts(ids).map((some) => all('people', (query) => query.where({ _id: _.in(some) }).limit(1000))),
  );
  return people.flat();
}
