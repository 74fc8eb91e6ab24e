import type { Person } from '../../domain/person/person';
import { accountOf, bookId } from '../../domain/points/account';
import { booked, newBook, type PointsBook } from '../../domain/points/book';
import { settlesAt } from '../../domain/points/calendar';
import type { PointsEntry } from '../../domain/points/entry';
import { POINTS_CONSENT_VERSION } from '../../domain/points/membership';
import { HOUR } from '../../domain/time/shanghai';
import { addWorkdays } from '../../domain/time/workday';
import { GRID, NOW, PEOPLE, VILLAGE } from './people';
import type { World } from './world';

export const ACCOUNT = accountOf('worker', 'worker');
export const HOME = accountOf('household', 'h1');
export const YEAR = '2026';
const MERIT = { account: ACCOUNT, rule: 'merit', amount: 5, text: '夜里救火，救出两户的羊' };
export const LAPSE = {
  account: ACCOUNT,
  rule: 'lapse',
  amount: -5,
  text: '没去说去了',
  heard: '他说那天车坏了',
};

/** Something written down by the chief, unless another does. @returns where it waits */
export async function asked(world: World, change: object = {}, by = 'chief') {
  const input = { ...MERIT, ...change };
  const { account, ask } = await world.ok(by, 'points.award', input);
  return { account, year: 'year' in change ? String(change.year) : YEAR, ask };
}

/** Written down by the chief, agreed to by the secretary. @returns the entry's cause */
export async function approved(world: World, change: object = {}): Promise<string> {
  const waiting = await asked(world, change);
  if ('amount' in change && Number(change.amount) < 0) await timeToSpeak(world);
  return (await world.ok('secretary', 'points.approve', waiting)).cause;
}

/** When the version was drafted, as who enables it reads it. */
export async function draftedAt(world: World, version = '2027.1'): Promise<number> {
  const { versions } = await world.ok('bannerOfficial', 'points.rules', {});
  return versions.find(({ id }) => id === version)?.draftedAt ?? 0;
}

/** Three working days pass, as long as somebody who would lose points has to speak. */
export async function timeToSpeak(world: World): Promise<void> {
  await world.moveClock(addWorkdays(world.cloud.clock.now(), 3));
}

/** A book behind the doors, as the settling or the shop would have left it. */
export async function planted(world: World, change: Partial<PointsBook> = {}): Promise<PointsBook> {
  const account = change.account ?? ACCOUNT;
  const year = change.year ?? YEAR;
  const fresh = newBook({
    account,
    year,
    area: VILLAGE,
    areaPath: '锡尼镇·胜利村委会',
    grid: GRID,
    name: '刘志强',
  });
  const book = { ...booked(fresh, Object.values(change.entries ?? {})), ...change, rev: 1 };
  await world.cloud.store.bulkInsert('books', [{ ...book }]);
  return book;
}

/** The book of a household that takes part. */
export function joined(world: World, change: Partial<PointsBook> = {}): Promise<PointsBook> {
  const by = { person: 'resident', name: '苏雅拉' };
  return planted(world, {
    account: HOME,
    joined: { at: NOW, by, version: POINTS_CONSENT_VERSION },
    ...change,
  });
}

export function entry(change: Partial<PointsEntry> = {}): PointsEntry {
  return {
    cause: 'coverage-2026-W40',
    rule: 'coverage',
    version: 'default.1',
    amount: 2,
    month: '2026-10',
    at: NOW,
    bookedAt: NOW,
    evidence: { kind: 'sheet', id: 'worker_2026-W40' },
    measure: { n: 12, of: 12 },
    ...change,
  };
}

export async function bookOf(world: World, account = ACCOUNT, year = YEAR): Promise<PointsBook> {
  const books = await world.documents<PointsBook>('books');
  const book = books.find(({ _id }) => _id === bookId(account, year));
  if (!book) throw new Error(`no book ${account} ${year}`);
  return book;
}

/** What somebody's inbox has of points, newest first. */
export async function heard(world: World, person: string): Promise<string[]> {
  const { notices } = await world.ok(person, 'notice.inbox', {});
  return notices.map(({ kind }) => kind).filter((kind) => kind.startsWith('entry-'));
}

/** One more person behind the doors, like one of the village but for these fields. */
export async function also(world: World, like: (typeof PEOPLE)[number]['_id'], change: Partial<Person>) {
  const base = PEOPLE.find(({ _id }) => _id === like)!;
  await world.cloud.store.bulkInsert('people', [{ ...base, ...change, openid: `openid-${change._id}` }]);
}

/** The worker met every household of November once, and the clock has booked the month: 2 for the week, 4 for the month. */
export async function settled(world: World): Promise<void> {
  const entries = Array.from({ length: 12 }, (_, n) => ({
    household: `h${n + 1}`,
    channel: 'home' as const,
    inPerson: true,
    at: NOW,
  }));
  await world.ok('worker', 'contact.save', { entries });
  await world.moveClock(settlesAt('2026-11') + HOUR);
  await world.runTimer('settle');
}

/** Without what tells when it was written: two runs of the clock that come out the same are equal in this. */
export function bare(books: readonly PointsBook[]) {
  return books.map(({ rev: _rev, applied: _applied, entries, closed, ...book }) => ({
    ...book,
    entries: Object.values(entries)
      .map(({ bookedAt: _, ...entry }) => (entry.rule === 'carry' ? { ...entry, at: 0, month: '' } : entry))
      .sort((a, b) => (a.cause < b.cause ? -1 : 1)),
    ...(closed ? { closed: closed.total } : {}),
  }));
}
