import fc from 'fast-check';
import type { PointsBook } from '../../domain/points/book';
import type { Good } from '../../domain/points/order';
import { consent, goodOf, insisting, saved, shelved } from './shop.stage';
import { startWorld, type World } from './world';

const HOUSEHOLDS = ['h1', 'h2', 'h3'] as const;
const EARNED = 60;
const ADDED = 6;
const COST = 20;

type Step =
  | { do: 'order' | 'leave' | 'join'; household: (typeof HOUSEHOLDS)[number] }
  | { do: 'cancel' | 'handOut'; which: number }
  | { do: 'again'; which: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('order' as const), household: fc.constantFrom(...HOUSEHOLDS) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'handOut' as const), which: fc.nat(12) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('leave' as const, 'join' as const),
      household: fc.constantFrom(...HOUSEHOLDS),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const), which: fc.nat(30) }) },
);
/** Steps side by side, as from several phones at once, then the next handful. */
const rounds = fc.array(fc.array(step, { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 6 });

type Say = () => Promise<unknown>;

describe('the points shop, many phones at once and answers lost on the way', () => {
  test('nobody pays for nothing, nothing is given twice, everything adds up', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (play) => {
        const world = await startWorld();
        try {
          await saved(world, EARNED, ...HOUSEHOLDS);
          // Signed in before answers get lost.
          for (const person of ['chief', 'worker', 'secretary']) await world.token(person);
          const good = await shelved(world, { cost: COST, add: ADDED });
          await played(world, good, play);
          addsUp(await world.documents<PointsBook>('books'), await goodOf(world, good));
        } finally {
          await world.stop();
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  }, 120_000);
});

async function played(world: World, good: string, play: readonly (readonly Step[])[]): Promise<void> {
  const said: Say[] = [];
  for (const round of play) {
    const orders = (await world.documents<PointsBook>('books')).flatMap(({ account, orders = [] }) =>
      orders.map(({ id, code }) => ({ id, code, household: account.slice('household.'.length) })),
    );
    const calls = round.map((one) => meant(world, good, one, orders, said));
    said.push(...calls);
    await lose(world, 0.08);
    await Promise.all(calls.map((call) => call()));
    await lose(world, 0);
  }
}

/** What a step means now; it keeps its id, so that it can be said again later. */
function meant(
  world: World,
  good: string,
  one: Step,
  orders: readonly { id: string; code: string; household: string }[],
  said: readonly Say[],
): Say {
  const id = world.newId();
  const nothing: Say = async () => null;
  const order = 'which' in one ? orders[one.which % Math.max(1, orders.length)] : undefined;
  switch (one.do) {
    case 'again':
      return said[one.which % Math.max(1, said.length)] ?? nothing;
    case 'order':
      return () => insisting(() => world.call('chief', 'shop.order', { household: one.household, good }, id));
    case 'leave':
      return () => insisting(() => world.call('worker', 'shop.leave', { household: one.household }, id));
    case 'join': {
      const input = { household: one.household, consent, agreedBy: '户主' };
      return () => insisting(() => world.call('worker', 'shop.join', input, id));
    }
    case 'handOut':
      if (!order) return nothing;
      return () => insisting(() => world.call('secretary', 'shop.handOut', { code: order.code }, id));
    case 'cancel': {
      if (!order) return nothing;
      const input = { household: order.household, order: order.id };
      return () => insisting(() => world.call('chief', 'shop.cancel', input, id));
    }
  }
}

/** A share of what the database answers is lost after it was done. */
async function lose(world: World, rate: number): Promise<void> {
  const fault = { service: 'database', kind: 'drop', rate };
  await fetch(
    `${world.cloud.url}/_local/faults`,
    rate === 0 ? { method: 'DELETE' } : { method: 'POST', body: JSON.stringify(fault) },
  );
}

function addsUp(books: readonly PointsBook[], { stock }: Good): void {
  const held = (book: PointsBook) =>
    (book.orders ?? []).filter(({ state }) => state === 'waiting' || state === 'fetched').length;
  expect(stock).toBeGreaterThanOrEqual(0);
  expect(stock + books.reduce((sum, book) => sum + held(book), 0)).toBe(ADDED);
  for (const book of books) {
    const entries = Object.values(book.entries);
    expect(book.total).toBe(entries.reduce((sum, { amount }) => sum + amount, 0));
    expect(book.total).toBe(EARNED - COST * held(book));
    expect(book.total).toBeGreaterThanOrEqual(0);
    expect(entries.filter(({ cause }) => cause.startsWith('exchange-'))).toHaveLength(
      book.orders?.length ?? 0,
    );
  }
}
