import { type AreaCode, levelOf } from '../../domain/area/area';
import type { Person } from '../../domain/person/person';
import { type AccountId, accountOf } from '../../domain/points/account';
import type { Fact } from '../../domain/points/fact';
import type { SheetCounted } from '../../domain/points/fact-contact';
import type { MonthKey } from '../../domain/time/period';
import { type Owner, ownerOfWorker } from '../kit/book';
import { contactFactsOf, sheetsOf } from '../kit/facts';
import { byIds } from '../kit/whole';
import { workersAt } from '../kit/workers';
import type { Firing } from './firing';

/** Whose book it is, and what is known of each month that is theirs, in order. */
export interface Earned {
  owner: Owner;
  facts: Map<MonthKey, Fact[]>;
}

/** What the place's organisation and, in a village, its workers did in these months. */
export async function earnedIn(
  place: AreaCode,
  months: readonly MonthKey[],
  firing: Firing,
): Promise<Earned[]> {
  if (months.length === 0) return [];
  const staff = levelOf(place) === 'village' ? await staffOf(place, months, firing) : [];
  return [...officeOf(place, months, firing), ...staff];
}

function officeOf(place: AreaCode, months: readonly MonthKey[], { work, areas }: Firing): Earned[] {
  const area = areas.get(place);
  if (!area) return [];
  const account = accountOf('organisation', place);
  const owner = { account, area: place, areaPath: area.path || area.name, name: area.name };
  return [{ owner, facts: new Map(months.map((month) => [month, work.get(month)?.get(account) ?? []])) }];
}

/** Everybody who works in the village, and who did but has left. Two reads a month, and one. */
async function staffOf(
  village: AreaCode,
  months: readonly MonthKey[],
  { work, areas }: Firing,
): Promise<Earned[]> {
  const grids = [...areas.values()].filter(({ parent }) => parent === village).map(({ _id }) => _id);
  if (grids.length === 0) return [];
  const workers = await workersAt(grids);
  const sheetsIn = sheetsOf(village);
  const earned = new Map<AccountId, Earned>();
  for (const month of months) {
    const sheets = await sheetsIn(month);
    const staff = [...workers, ...(await leftOf(village, workers, sheets))];
    const contacts = await contactFactsOf(staff, month, sheets);
    for (const worker of staff) {
      const owner = ownerOfWorker(worker);
      const { account } = owner;
      const own = earned.get(account) ?? { owner, facts: new Map<MonthKey, Fact[]>() };
      own.facts.set(month, [...(contacts.get(account) ?? []), ...(work.get(month)?.get(account) ?? [])]);
      earned.set(account, own);
    }
  }
  return [...earned.values()];
}

/** Wrote sheets here in the month and is no worker any more; who serves elsewhere now is settled there. */
async function leftOf(
  village: AreaCode,
  workers: readonly Person[],
  sheets: readonly SheetCounted[],
): Promise<Person[]> {
  const here = new Set(workers.map(({ _id }) => _id));
  const gone = [...new Set(sheets.map(({ worker }) => worker))].filter((worker) => !here.has(worker));
  const people = await byIds('people', gone);
  return people.filter(
    ({ posts, area }) => !posts.some(({ role }) => role === 'worker') && area.startsWith(village),
  );
}
