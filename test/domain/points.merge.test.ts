import fc from 'fast-check';
import { booked, newBook, type PointsBook } from '../../domain/points/book';
import { carryInto, carryOut } from '../../domain/points/carry';
import { exchange } from '../../domain/points/exchange';
import { join } from '../../domain/points/join';
import { POINTS_CONSENT_VERSION } from '../../domain/points/membership';
import { handedOn, woundUp } from '../../domain/points/merge';
import type { Good } from '../../domain/points/order';
import { askReverse } from '../../domain/points/reverse';
import { closeBook } from '../../domain/points/settle';
import type { Shop } from '../../domain/points/shop';
import { atShanghai } from '../../domain/time/shanghai';

const AT = atShanghai('2026-12-20 10:00');
const BY = { person: 'p1', name: '苏雅拉' };

function book(household: string, year: string, points: number): PointsBook {
  const account = `household.${household}`;
  const fresh = newBook({ account, year, area: '150625100208', areaPath: '一社', name: `户${household}` });
  const joined = join(fresh, { at: AT, by: BY, version: POINTS_CONSENT_VERSION });
  const earned = {
    cause: `earned-${year}`,
    rule: 'volunteer',
    version: 'default.1',
    amount: points,
    month: `${year}-05`,
    at: AT,
    bookedAt: AT,
    evidence: { kind: 'ask' as const, id: 'a1' },
  };
  return points > 0 ? booked(joined, [earned]) : joined;
}

const rice: Good = {
  _id: 'rice',
  rev: 0,
  applied: [],
  area: '150625100208',
  name: '大米',
  cost: 20,
  stock: 5,
};

const sumOf = ({ entries }: PointsBook) =>
  Object.values(entries).reduce((sum, { amount }) => sum + amount, 0);

describe('a merged household’s points', () => {
  test('what was ordered goes back to the shelf and over with the rest', () => {
    const bought = exchange(
      { book: book('h1', '2026', 50), goods: [rice] },
      { id: 'o1', good: 'rice', code: 'ABCDEFGH', by: BY },
      AT,
    );
    for (const closed of [false, true]) {
      const shop = closed ? { ...bought, book: closeBook(bought.book, AT) } : bought;
      const wound = woundUp(shop, 'h2', AT);
      expect(wound.goods[0]?.stock).toBe(5);
      const { from, heir } = handedOn(wound.book, book('h2', '2026', 7), AT);
      expect([from.total, heir.total]).toEqual([0, 57]);
      expect(from.closed).toEqual(shop.book.closed);
    }
  });

  test('wound up once: the second time it is the same', () => {
    const wound = woundUp({ book: book('h1', '2026', 50), last: book('h1', '2025', 9), goods: [] }, 'h2', AT);
    expect([wound.book.total, wound.last?.total]).toEqual([59, 0]);
    expect(woundUp(wound, 'h2', AT + 1)).toBe(wound);
    const once = handedOn(wound.book, book('h2', '2026', 0), AT);
    expect(handedOn(once.from, once.heir, AT + 1)).toEqual(once);
  });

  test('whose they will be can be another one later, and nothing else changes', () => {
    const wound = woundUp({ book: book('h1', '2026', 50), last: book('h1', '2025', 9), goods: [] }, 'h2', AT);
    const moved = woundUp(wound, 'h3', AT + 1);
    expect([moved.book.mergedInto, moved.last?.mergedInto]).toEqual(['h3', 'h3']);
    expect(woundUp(moved, 'h2', AT)).toEqual(wound);
  });

  test('once they have gone over nothing is undone in their book any more, which is what is said', () => {
    const undo = (from: PointsBook) => () =>
      askReverse(
        from,
        `earned-${from.year}`,
        { text: '记重了', heard: '知道' },
        { id: 'a2', by: BY, at: AT },
      );
    const shop = { book: book('h1', '2026', 50), last: book('h1', '2025', 9), goods: [] };
    const wound = woundUp(shop, 'h2', AT);
    // As long as they wait here, a mistake is put right here.
    expect(undo(wound.book)().asks).toHaveLength(1);
    const { from } = handedOn(wound.book, book('h2', '2026', 7), AT);
    for (const one of [from, closeBook(from, AT), wound.last!])
      expect(undo(one)).toThrow(
        expect.objectContaining({
          code: 'NOT_NOW',
          path: 'account',
          words: expect.objectContaining({ zh: expect.stringContaining('并到另一户') }),
        }),
      );
  });

  test('whenever the closing of the old year falls in, whole or cut in two, no point is lost or doubled', () => {
    const step = fc.constantFrom('wind', 'read', 'into', 'out', 'close');
    const points = fc.nat(90);
    fc.assert(
      fc.property(points, points, points, fc.array(step, { maxLength: 12 }), (a, b, c, steps) => {
        let shop: Shop = { book: book('h1', '2026', b), last: book('h1', '2025', a), goods: [] };
        let heir = book('h2', '2026', c);
        let seen: PointsBook | undefined;
        let merged = false;
        const wind = () => {
          merged = true;
          const wound = woundUp(shop, 'h2', AT);
          const moved = handedOn(wound.book, heir, AT);
          shop = { ...wound, book: moved.from };
          heir = moved.heir;
        };
        // As the settling does it: reads the old book, writes the new one, then the old one, anything in between.
        const read = () => {
          seen = merged ? undefined : shop.last;
        };
        const into = () => {
          if (seen) shop = { ...shop, book: carryInto(shop.book, seen, AT) ?? shop.book };
        };
        const out = () => {
          if (seen && shop.last) shop = { ...shop, last: carryOut(shop.last, shop.book, AT) };
        };
        const close = () => {
          if (shop.last) shop = { ...shop, last: closeBook(shop.last, AT) };
        };
        const acts = { wind, read, into, out, close };
        for (const one of [...steps, 'wind', 'read', 'into', 'out', 'wind'] as const) acts[one]();
        expect([shop.last?.total, shop.book.total, heir.total]).toEqual([0, 0, a + b + c]);
        for (const one of [shop.book, heir]) expect(one.total).toBe(sumOf(one));
      }),
    );
  });
});
