import fc from 'fast-check';
import type { Problem } from '../../domain/problem/problem';
import type { Report } from '../../domain/problem/report';
import { distance, likeness, similarTo } from '../../domain/problem/similar';
import { DAY } from '../../domain/time/shanghai';
import { aProblem, GRID, NOW } from './build';

const HERE = { words: '渠边', latitude: 39.83, longitude: 108.73 };
/** About 330 m and 1,100 m to the north. */
const NEAR = { words: '渠边北', latitude: 39.833, longitude: 108.73 };
const FAR = { words: '北梁', latitude: 39.84, longitude: 108.73 };
const OTHER_GRID = '150625100208004';
const OTHER_VILLAGE = '150625100211001';

function open(report: Partial<Report> = {}, change: Partial<Problem> = {}): Problem {
  const problem = aProblem({ public: true, ...report }, NOW - DAY);
  return { ...problem, content: { ...problem.content, state: 'passed' }, ...change };
}

const sketch = { category: 'road', text: '渠边的路太陡，车过不去', area: GRID } as const;
const found = (problem: Problem, change: object = {}) =>
  similarTo({ ...sketch, ...change }, [problem], NOW)[0];

describe('a matter that may be the same', () => {
  test('the same kind in the same grid, a part of the kind included', () => {
    expect(found(open())).toMatchObject({ told: true });
    expect(found(open({ category: 'road.canal' }))).toBeDefined();
    expect(found(open({ category: 'water' }))).toBeUndefined();
  });

  test('within 500 m when both have a position, in another grid of the village too', () => {
    expect(found(open({ place: NEAR }, { area: OTHER_GRID }), { place: HERE })).toMatchObject({
      metres: 334,
    });
    expect(found(open({ place: FAR }), { place: HERE })).toBeUndefined();
  });

  test('without positions the rest of the village must say the same', () => {
    expect(found(open({ text: '渠边的路又陡又窄，车过不去' }, { area: OTHER_GRID }))).toBeDefined();
    expect(found(open({ text: '村口积雪没人铲' }, { area: OTHER_GRID }))).toBeUndefined();
    expect(found(open({}, { area: OTHER_VILLAGE }))).toBeUndefined();
  });

  test('not after 30 days', () => {
    expect(found(open({}, { createdAt: NOW - 30 * DAY }))).toBeDefined();
    expect(found(open({}, { createdAt: NOW - 30 * DAY - 1 }))).toBeUndefined();
  });

  test('what is not public, or not yet checked, only as that there is one, in the own grid', () => {
    expect(found(open({ public: false }))).toMatchObject({ told: false });
    expect(found(aProblem({ public: true }, NOW - DAY))).toMatchObject({ told: false });
    expect(found(open({ public: false }, { area: OTHER_GRID }))).toBeUndefined();
  });

  test('never a confidential one, and nothing private of others', () => {
    expect(found(open({ public: false, confidential: true }))).toBeUndefined();
    expect(found(open({ category: 'dispute', public: false }), { category: 'dispute' })).toBeUndefined();
  });

  test('three at most, the likeliest first', () => {
    const many = [
      open({ text: '路灯杆旁有坑' }, { _id: 'a' }),
      open({ text: '渠边的路太陡，车过不去' }, { _id: 'b' }),
      open({ text: '路边' }, { _id: 'c' }),
      open({ text: '渠边路' }, { _id: 'd' }),
    ];
    const ids = similarTo(sketch, many, NOW).map(({ problem }) => problem._id);
    expect(ids).toHaveLength(3);
    expect(ids[0]).toBe('b');
  });

  test('words that a neighbour may not read do not decide the order', () => {
    const hidden = open({ text: sketch.text, public: false }, { _id: 'hidden' });
    const shown = open({ text: '渠边路陡' }, { _id: 'shown' });
    expect(similarTo(sketch, [hidden, shown], NOW).map(({ problem }) => problem._id)).toEqual([
      'shown',
      'hidden',
    ]);
  });

  test('likeness is the same both ways, 1 for the same words, 0 for none', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2 }), fc.string(), (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
        expect([0, 1]).toContain(likeness(a, a));
      }),
    );
    expect(likeness('', '路')).toBe(0);
  });

  test('distance is 0 to itself, the same both ways, unknown without positions', () => {
    expect(distance(HERE, { words: '' })).toBeUndefined();
    expect(distance(HERE, HERE)).toBe(0);
    expect(distance(HERE, FAR)).toBeCloseTo(distance(FAR, HERE)!, 6);
    expect(distance(HERE, FAR)).toBeCloseTo(1112, -1);
  });
});
