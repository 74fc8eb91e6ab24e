import type { Household } from '../../domain/household/household';
import { accountOf, bookId } from '../../domain/points/account';
import { booked, newBook, type PointsBook } from '../../domain/points/book';
import { POINTS_CONSENT_VERSION } from '../../domain/points/membership';
import type { Good } from '../../domain/points/order';
import { monthKey } from '../../domain/time/period';
import { GRID, NOW, VILLAGE } from './people';
import type { World } from './world';

export const consent: typeof POINTS_CONSENT_VERSION = POINTS_CONSENT_VERSION;
export const YEAR = '2026';
const EARNED_AT = NOW - 86_400_000;

/** The book of a household that takes part and was given these points the day before. */
export function bookWith(household: string, points: number, year = YEAR, at = EARNED_AT): PointsBook {
  const book = newBook({
    account: accountOf('household', household),
    year,
    area: VILLAGE,
    areaPath: '一社',
    grid: GRID,
    name: `户主${household.slice(1)}`,
  });
  const joined = { at, by: { person: 'resident', name: '苏雅拉' }, version: consent };
  const earned = {
    cause: `earned-${household}`,
    rule: 'volunteer',
    version: 'default.1',
    amount: points,
    month: monthKey(at),
    at,
    bookedAt: at,
    evidence: { kind: 'ask' as const, id: 'a1' },
    text: '清渠',
  };
  return { ...booked(book, points === 0 ? [] : [earned]), joined };
}

/** These households take part and have so many points each. */
export async function saved(world: World, points: number, ...households: string[]): Promise<void> {
  await world.cloud.store.bulkInsert(
    'books',
    households.map((household) => ({ ...bookWith(household, points) })),
  );
}

/** A good on the village's shelf. @returns its id */
export async function shelved(
  world: World,
  { name = '大米', cost = 20, add = 5 }: { name?: string; cost?: number; add?: number } = {},
): Promise<string> {
  return (await world.ok('secretary', 'shop.stock', { name, cost, add, listed: true })).good;
}

export async function bookOf(world: World, household: string, year = YEAR): Promise<PointsBook> {
  const id = bookId(accountOf('household', household), year);
  return (await world.documents<PointsBook>('books')).find(({ _id }) => _id === id)!;
}

export async function goodOf(world: World, id: string): Promise<Good> {
  return (await world.documents<Good>('goods')).find(({ _id }) => _id === id)!;
}

/** More households of the grid, for crowds. @returns their ids */
export async function crowd(world: World, count: number): Promise<string[]> {
  const like = (await world.documents<Household>('households')).find(({ _id }) => _id === 'h1')!;
  const ids = Array.from({ length: count }, (_, n) => `p${n + 1}`);
  await world.cloud.store.bulkInsert(
    'households',
    ids.map((_id) => ({ ...like, _id, head: _id })),
  );
  return ids;
}

/** Says it until somebody listens, as a phone does that keeps its command: only a stated no is an answer. */
export async function insisting<T extends { ok: boolean; status: number }>(
  say: () => Promise<T>,
): Promise<T> {
  for (;;) {
    const answer = await say();
    if (answer.ok || (answer.status < 500 && !isConflict(answer))) return answer;
  }
}

function isConflict(answer: object): boolean {
  return 'error' in answer && (answer.error as { code: string }).code === 'CONFLICT';
}
