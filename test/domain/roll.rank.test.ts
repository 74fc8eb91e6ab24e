import fc from 'fast-check';
import { endsOf, ranked } from '../../domain/roll/rank';

const RULE = { share: 0.1, fewest: 10 };
const named = (scores: readonly number[]) => scores.map((score, n) => ({ id: `p${n}`, score }));
const idOf = ({ id }: { id: string }) => id;
const ends = (scores: readonly number[], rule = RULE) => {
  const { top, bottom } = endsOf(ranked(named(scores), idOf), rule);
  return { top: top.map(idOf), bottom: bottom.map(idOf) };
};

describe('the two ends of a list', () => {
  test('ranks are of a competition: 1, 2, 2, 4', () => {
    const list = ranked(named([80, 90, 90, 95]), idOf);
    expect(list.map(({ id, rank }) => [id, rank])).toEqual([
      ['p3', 1],
      ['p1', 2],
      ['p2', 2],
      ['p0', 4],
    ]);
  });

  test('a tie across the cut is taken in at the top and spared at the bottom', () => {
    const scores = [95, 95, 90, 88, 86, 84, 82, 80, 60, 60];
    expect(ends(scores)).toEqual({ top: ['p0', 'p1'], bottom: [] });
    expect(ends([...scores.slice(0, 9), 59])).toEqual({ top: ['p0', 'p1'], bottom: ['p9'] });
  });

  test('a tie inside the cut is nothing special', () => {
    const scores = [99, 98, ...Array.from({ length: 16 }, (_, n) => 90 - n), 40, 40];
    expect(ends(scores)).toEqual({ top: ['p0', 'p1'], bottom: ['p18', 'p19'] });
  });

  test('a share is rounded down, and never by a binary fraction', () => {
    const thirty = Array.from({ length: 30 }, (_, n) => 100 - n);
    expect(ends(thirty).top).toHaveLength(3);
    expect(ends(thirty.slice(0, 29)).top).toHaveLength(2);
    expect(ends(thirty, { share: 0.07, fewest: 10 }).bottom).toHaveLength(2);
  });

  test('with too few there are no ends', () => {
    expect(ends(Array.from({ length: 9 }, (_, n) => 100 - n))).toEqual({ top: [], bottom: [] });
  });

  const score = fc.integer({ min: 0, max: 60 }).map((n) => n / 2);
  const scores = fc.array(score, { minLength: 0, maxLength: 80 });
  const rule = fc.record({
    share: fc.double({ min: 0.01, max: 0.3, noNaN: true }),
    fewest: fc.integer({ min: 5, max: 20 }),
  });

  test('the order of the input changes nothing', () => {
    fc.assert(
      fc.property(scores, fc.infiniteStream(fc.nat()), (list, keys) => {
        const people = named(list);
        const shuffled = people
          .map((one) => ({ one, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(ranked(shuffled, idOf)).toEqual(ranked(people, idOf));
      }),
    );
  });

  test('equals fare equally at both ends; nobody is at both; the top is never short, the bottom never long', () => {
    fc.assert(
      fc.property(scores, rule, (list, { share, fewest }) => {
        const { top, bottom } = ends(list, { share, fewest });
        const scoreOf = (id: string) => list[Number(id.slice(1))]!;
        for (const side of [top, bottom]) {
          const values = new Set(side.map(scoreOf));
          const equals = named(list).filter((one) => values.has(one.score));
          expect(side).toHaveLength(equals.length);
        }
        expect(top.filter((id) => bottom.includes(id))).toEqual([]);
        const places = list.length < fewest ? 0 : Math.floor(list.length * share + 1e-9);
        expect(top.length).toBeGreaterThanOrEqual(places);
        expect(bottom.length).toBeLessThanOrEqual(places);
        for (const id of top) expect(list.filter((one) => one > scoreOf(id)).length).toBeLessThan(places);
        if (bottom.length < places) {
          // Somebody was spared: with them there would have been too many.
          const rest = named(list).filter(({ id }) => !bottom.includes(id));
          const next = Math.min(...rest.map((one) => one.score));
          expect(list.filter((one) => one <= next).length).toBeGreaterThan(places);
        }
      }),
    );
  });
});
