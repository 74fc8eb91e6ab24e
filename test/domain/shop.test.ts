import fc from 'fast-check';
import { accountOf } from '../../domain/points/account';
import { booked, newBook, type PointsBook } from '../../domain/points/book';
import { handOut } from '../../domain/points/counter';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { cancel, exchange, leave } from '../../domain/points/exchange';
import { inherited, join } from '../../domain/points/join';
import { lapse } from '../../domain/points/lapse';
import { POINTS_CONSENT_VERSION } from '../../domain/points/membership';
import { type Good, keptUntil, nextLapse } from '../../domain/points/order';
import { rewardsAt } from '../../domain/points/request';
import { ordersOf, type Shop } from '../../domain/points/shop';
import { atShanghai, DAY } from '../../domain/time/shanghai';
import { NOW } from './build';

const VILLAGE = '150625100208';
const BY = { person: 'resident', name: '苏雅拉' };
const SHELF = { rice: 4, soap: 2 } as const;
const COST = { rice: 20, soap: 7 } as const;
type Name = keyof typeof SHELF;

function good(name: Name): Good {
  return { _id: name, rev: 0, applied: [], area: VILLAGE, name, cost: COST[name], stock: SHELF[name] };
}

function bookOf(year: string, points: number): PointsBook {
  const owner = { account: accountOf('household', 'h1'), area: VILLAGE, areaPath: '一社', name: '户主1' };
  const earned = {
    cause: `earned-${year}`,
    rule: 'volunteer',
    version: 'default.1',
    amount: points,
    month: `${year}-01`,
    at: NOW,
    bookedAt: NOW,
    evidence: { kind: 'ask' as const, id: 'a1' },
  };
  return join(booked(newBook({ ...owner, year }), [earned]), {
    at: NOW,
    by: BY,
    version: POINTS_CONSENT_VERSION,
  });
}

type Step =
  | { do: 'order'; good: Name }
  | { do: 'cancel' | 'handOut'; which: number }
  | { do: 'wait'; days: number }
  | { do: 'leave' | 'join' | 'close' | 'new-year' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('order' as const), good: fc.constantFrom<Name>('rice', 'soap') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'handOut' as const), which: fc.nat(8) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 31 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('leave' as const, 'join' as const, 'close' as const, 'new-year' as const),
    }),
  },
);

interface Life {
  shop: Shop;
  at: number;
  orders: number;
}

/** One step, or nothing when the rules say no. */
function lived(life: Life, one: Step): Life {
  try {
    return { ...life, ...after(life, one), orders: life.orders + 1 };
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') return life;
    throw error;
  }
}

function after({ shop, at, orders }: Life, one: Step): Partial<Life> {
  switch (one.do) {
    case 'order':
      return {
        shop: exchange(shop, { id: `o${orders}`, good: one.good, code: `CODE${orders}`, by: BY }, at),
      };
    case 'cancel':
      return { shop: cancel(shop, ordersOf(shop)[one.which]?.id ?? '', BY, at) };
    case 'handOut': {
      const id = ordersOf(shop)[one.which]?.id ?? '';
      const inLast = shop.last?.orders?.some((order) => order.id === id);
      return inLast && shop.last
        ? { shop: { ...shop, last: handOut(shop.last, id, BY, at) } }
        : { shop: { ...shop, book: handOut(shop.book, id, BY, at) } };
    }
    case 'wait':
      return { shop: lapse(shop, ['resident'], at + one.days * DAY), at: at + one.days * DAY };
    case 'leave':
      return { shop: leave(shop, BY, at) };
    case 'join':
      return { shop: { ...shop, book: join(shop.book, { at, by: BY, version: POINTS_CONSENT_VERSION }) } };
    case 'close':
      return shop.last && !shop.last.closed
        ? { shop: { ...shop, last: { ...shop.last, closed: { at, total: shop.last.total } } } }
        : {};
    case 'new-year':
      return shop.last
        ? {}
        : { shop: { ...shop, last: shop.book, book: inherited(bookOf('2027', 30), shop.book) } };
  }
}

const sumOf = (book: PointsBook) => Object.values(book.entries).reduce((sum, { amount }) => sum + amount, 0);
const start = (): Life => ({
  shop: { book: bookOf('2026', 60), goods: [good('rice'), good('soap')] },
  at: NOW,
  orders: 0,
});

describe('the points shop', () => {
  test('whatever happens in whatever order: nothing is lost, doubled or below zero', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { shop, at } = steps.reduce(lived, start());
        const books = [shop.book, ...(shop.last ? [shop.last] : [])];
        const orders = ordersOf(shop);
        for (const { _id, stock } of shop.goods) {
          const held = orders.filter(
            (order) => order.good === _id && ['waiting', 'fetched'].includes(order.state),
          );
          expect(stock).toBeGreaterThanOrEqual(0);
          expect(stock + held.length).toBe(SHELF[_id as Name]);
        }
        for (const book of books) {
          expect(book.total).toBe(sumOf(book));
          expect(book.total).toBeGreaterThanOrEqual(0);
          expect(book.lapseAt).toBe(nextLapse(book.orders ?? []));
        }
        const paid = orders
          .filter(({ state }) => state === 'waiting' || state === 'fetched')
          .reduce((sum, { cost }) => sum + cost, 0);
        expect(books.reduce((sum, { total }) => sum + total, 0)).toBe(60 + (shop.last ? 30 : 0) - paid);
        expect(lapse(shop, ['resident'], at)).toEqual(lapse(lapse(shop, ['resident'], at), ['resident'], at));
      }),
      { numRuns: 300 },
    );
  });

  test('leaving reaches last year’s book: its requests are answered, and no list of that year has it', () => {
    const ask = {
      id: 'q1',
      kind: 'request' as const,
      rule: 'volunteer',
      version: 'default.1',
      amount: 5,
      at: NOW,
      by: BY,
      text: '清渠',
      photos: [],
      recused: [],
    };
    const last = { ...bookOf('2026', 60), asks: [ask], waiting: [VILLAGE] };
    const { book, last: after } = leave({ book: bookOf('2027', 0), last, goods: [] }, BY, NOW);
    expect([book.leftAt, after!.leftAt, after!.total]).toEqual([NOW, NOW, 60]);
    expect(after!.asks).toMatchObject([{ answer: { yes: false } }]);
    expect(after).not.toHaveProperty('waiting');
  });

  test('an order waits until the midnight that ends its thirtieth day', () => {
    expect(keptUntil(atShanghai('2026-11-23 00:00'))).toBe(atShanghai('2026-12-24'));
    expect(keptUntil(atShanghai('2026-11-23 23:59'))).toBe(atShanghai('2026-12-24'));
  });

  test('reward only: no rule takes points from a household, and the default ones all give some', () => {
    for (const rule of DEFAULT_RULES.rules.filter((one) => one.for === 'household')) {
      expect(rule.fact).toBeUndefined();
      expect(typeof rule.amount === 'number' && rule.amount > 0).toBe(true);
    }
    const [first] = rewardsAt([], NOW);
    const harsh = [
      { ...first!, id: 'fine', amount: -5 },
      { ...first!, id: 'nothing', amount: 0 },
      { ...first!, id: 'streak', fact: 'week' as const },
      { ...first!, id: 'steps', amount: [{ from: 1, amount: -1 }] },
      { ...first!, id: 'over', to: '2026-01' },
    ];
    const offered = rewardsAt(
      [{ ...DEFAULT_RULES, _id: '2026.9', rules: [...DEFAULT_RULES.rules, ...harsh] }],
      NOW,
    );
    expect(offered).toEqual(rewardsAt([], NOW));
  });
});
