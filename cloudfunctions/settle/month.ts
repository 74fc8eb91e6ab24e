import { type Area, type AreaCode, levelOf } from '../../domain/area/area';
import type { Person } from '../../domain/person/person';
import { type AccountId, accountOf, bookId } from '../../domain/points/account';
import { yearOf } from '../../domain/points/calendar';
import { yearBefore } from '../../domain/points/carry';
import type { PointsEntry } from '../../domain/points/entry';
import { evaluate, looksBack } from '../../domain/points/evaluate';
import type { Fact } from '../../domain/points/fact';
import type { SheetCounted } from '../../domain/points/fact-contact';
import type { RuleVersion } from '../../domain/points/rule';
import { versionAt } from '../../domain/points/version';
import type { MonthKey } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { inParts } from '../kit/batches';
import { type Owner, ownerOfWorker } from '../kit/book';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { contactFactsOf, type FactsByAccount, sheetsOf, workFacts } from '../kit/facts';
import { ruleVersions } from '../kit/rules';
import { whole } from '../kit/whole';
import { workersAt } from '../kit/workers';
import { carryLate } from './close';
import { type Settled, writeSettled } from './write';

interface Month {
  month: MonthKey;
  version: RuleVersion;
  /** By code. */
  areas: ReadonlyMap<AreaCode, AreaNamed>;
  /** Of the whole banner. */
  work: FactsByAccount;
  at: Millis;
}

type AreaNamed = Pick<Area, '_id' | 'name' | 'path' | 'level' | 'parent'>;

/**
 * How a place is settled for a month. What the whole banner did in it is read once; while one place is written, the next
 * one is read.
 */
export async function monthOf(
  month: MonthKey,
  at: Millis,
): Promise<(place: AreaCode, next: AreaCode | undefined) => Promise<number>> {
  const [versions, work, areas] = await Promise.all([
    ruleVersions(),
    workFacts(month),
    whole('areas', {}, { name: true, path: true, level: true, parent: true }),
  ]);
  const named = new Map(areas.map((area) => [area._id, area]));
  const settling = { month, version: versionAt(versions, month), work, areas: named, at };
  await carryLate([...named.keys()].filter(hasBooks), yearBefore(yearOf(month)), at);
  const read = async (place: AreaCode) => {
    const office = officeFacts(place, settling);
    const staff = levelOf(place) === 'village' ? await staffFacts(place, settling) : [];
    return entriesOf([...office, ...staff], settling);
  };
  let ahead: { place: AreaCode; entries: Promise<Settled[]> } | undefined;
  return async (place, next) => {
    const entries = await (ahead?.place === place ? ahead.entries : read(place));
    ahead = next === undefined ? undefined : { place: next, entries: read(next) };
    // What fails is told when its turn comes.
    ahead?.entries.catch(() => {});
    return writeSettled(entries, month);
  };
}

interface Earned {
  owner: Owner;
  facts: Fact[];
}

function hasBooks(area: AreaCode): boolean {
  return levelOf(area) !== 'grid';
}

/** Everybody who works in the village, and who did but has left. Two reads. */
async function staffFacts(village: AreaCode, settling: Month): Promise<Earned[]> {
  const { month, work, areas } = settling;
  const grids = [...areas.values()].filter(({ parent }) => parent === village).map(({ _id }) => _id);
  if (grids.length === 0) return [];
  const [workers, sheets] = await Promise.all([workersAt(grids), sheetsOf(village, month)]);
  const all = [...workers, ...(await leftOf(village, workers, sheets))];
  const contacts = await contactFactsOf(all, month, sheets);
  return all.map((worker) => {
    const owner = ownerOfWorker(worker);
    const { account } = owner;
    return { owner, facts: [...(contacts.get(account) ?? []), ...(work.get(account) ?? [])] };
  });
}

/** Wrote sheets here in the month and is no worker any more; who serves elsewhere now is settled there. */
async function leftOf(
  village: AreaCode,
  workers: readonly Person[],
  sheets: readonly SheetCounted[],
): Promise<Person[]> {
  const here = new Set(workers.map(({ _id }) => _id));
  const gone = [...new Set(sheets.map(({ worker }) => worker))].filter((worker) => !here.has(worker));
  if (gone.length === 0) return [];
  const people = await all('people', (some) => some.where({ _id: _.in(gone) }).limit(1000));
  return people.filter(
    ({ posts, area }) => !posts.some(({ role }) => role === 'worker') && area.startsWith(village),
  );
}

function officeFacts(place: AreaCode, { work, areas }: Month): Earned[] {
  const area = areas.get(place);
  if (!area) return [];
  const account = accountOf('organisation', place);
  const owner = { account, area: place, areaPath: area.path || area.name, name: area.name };
  return [{ owner, facts: work.get(account) ?? [] }];
}

async function entriesOf(earned: readonly Earned[], { month, version, at }: Month): Promise<Settled[]> {
  const past = await pastOf(earned, version, yearOf(month));
  return earned.map(({ owner, facts }) => ({
    owner,
    entries: evaluate(version, facts, past.get(owner.account) ?? [], at),
  }));
}

/** Entries of earlier months, of those only whose facts meet a cap that reaches beyond the month. */
async function pastOf(
  earned: readonly Earned[],
  version: RuleVersion,
  year: string,
): Promise<Map<AccountId, PointsEntry[]>> {
  const kinds = new Set(version.rules.filter(looksBack).map(({ fact }) => fact));
  const ids = earned
    .filter(({ facts }) => facts.some(({ kind }) => kinds.has(kind)))
    .map(({ owner }) => bookId(owner.account, year));
  const books = await Promise.all(
    inParts(ids).map((some) => all('books', (books) => books.where({ _id: _.in(some) }).limit(1000))),
  );
  return new Map(books.flat().map(({ account, entries }) => [account, Object.values(entries)]));
}
