import fc from 'fast-check';
import { MARKS } from '../../domain/evaluation/evaluation';
import {
  gradeOf,
  PARTS,
  pointsPart,
  residentsPart,
  reviewPart,
  scoreOf,
  weightsOf,
} from '../../domain/evaluation/score';
import { SCHEME } from './evaluations';

describe('how a score is made', () => {
  const part = fc.record({ n: fc.nat(50) }).chain(({ n }) =>
    fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: undefined }).map((score) => ({
      n,
      ...(score === undefined ? {} : { score }),
    })),
  );
  const parts = fc.record({
    points: fc
      .tuple(fc.integer({ min: -500, max: 1000 }), fc.integer({ min: 0, max: 120 }))
      .map(([total, tenth]) => pointsPart(total, 1, tenth / 10, SCHEME)),
    residents: part,
    review: part,
  });
  const weights = fc.record({ points: fc.nat(100), residents: fc.nat(100), review: fc.nat(100) });

  test('lies between the lowest and the highest of its parts, with one decimal', () => {
    fc.assert(
      fc.property(parts, weights, (each, weighed) => {
        const score = scoreOf(each, { ...SCHEME, weights: weighed });
        const known = PARTS.flatMap((name) => each[name].score ?? []);
        expect(score).toBeGreaterThanOrEqual(Math.min(...known) - 0.051);
        expect(score).toBeLessThanOrEqual(Math.max(...known) + 0.051);
        expect(Math.round(score * 10) / 10).toBe(score);
      }),
    );
  });

  test('weights are always 100 together; a part without a figure has none', () => {
    fc.assert(
      fc.property(parts, weights, (each, weighed) => {
        const shares = weightsOf(each, { ...SCHEME, weights: weighed });
        expect(PARTS.reduce((sum, name) => sum + shares[name], 0)).toBeCloseTo(100);
        for (const name of PARTS) if (each[name].score === undefined) expect(shares[name]).toBe(0);
      }),
    );
  });

  test('what is left out gives its weight to the others in their proportion', () => {
    const points = pointsPart(75, 20, 12, SCHEME);
    expect(points).toEqual({ total: 75, full: 150, n: 20, score: 50 });
    const all = { points, residents: { n: 9, score: 100 }, review: { n: 3, score: 80 } };
    expect(scoreOf(all, SCHEME)).toBe(74);
    const { points: weight, review } = weightsOf({ ...all, residents: { n: 4 } }, SCHEME);
    expect([weight, review].map(Math.round)).toEqual([57, 43]);
    expect(scoreOf({ ...all, residents: { n: 4 }, review: { n: 2 } }, SCHEME)).toBe(50);
  });

  test.each([
    [150, 12, 100],
    [400, 12, 100],
    [-20, 12, 0],
    [75, 6, 100],
    [0, 0, 0],
  ])('%i points in %i months are %i', (total, months, score) => {
    expect(pointsPart(total, 1, months, SCHEME).score).toBe(score);
  });

  test('with fewer answers than the rule asks there is no figure; "cannot say" is not counted', () => {
    expect(residentsPart({ satisfied: 4, unsure: 30 }, SCHEME)).toEqual({ n: 4 });
    expect(residentsPart({ satisfied: 3, basically: 1, unsatisfied: 1, unsure: 1 }, SCHEME)).toEqual({
      n: 5,
      score: 70,
    });
    expect(reviewPart(['good', 'poor', 'recused'], SCHEME)).toEqual({ n: 2 });
    expect(reviewPart(['good', 'middling', 'poor', 'recused'], SCHEME)).toEqual({ n: 3, score: 63.3 });
  });

  test('nothing finer than tens, nor how many more than needed, is told of what residents said', () => {
    const counts = fc.record({ satisfied: fc.nat(40), basically: fc.nat(40), unsatisfied: fc.nat(40) });
    fc.assert(
      fc.property(counts, (said) => {
        const { n, score = 0 } = residentsPart(said, SCHEME);
        expect(n).toBeLessThanOrEqual(SCHEME.fewestAnswers);
        expect(score % 10).toBe(0);
      }),
    );
  });

  test('the order of answers and marks changes nothing', () => {
    const marks = fc.array(fc.constantFrom(...MARKS), { maxLength: 20 });
    fc.assert(
      fc.property(marks, fc.infiniteStream(fc.nat()), (given, noise) => {
        const shuffled = given
          .map((mark) => ({ mark, key: noise.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ mark }) => mark);
        expect(reviewPart(shuffled, SCHEME)).toEqual(reviewPart(given, SCHEME));
      }),
    );
  });

  test.each([
    [100, 'excellent'],
    [90, 'excellent'],
    [89.9, 'good'],
    [75, 'good'],
    [74.9, 'basic'],
    [60, 'basic'],
    [59.9, 'failed'],
    [0, 'failed'],
  ])('%f is %s', (score, grade) => {
    expect(gradeOf(score, SCHEME)).toBe(grade);
  });
});
