import fc from 'fast-check';
import { angleTo, intersects, within } from '../../local/geo/relations';
import { shapeOf } from '../../local/geo/shape';
import { angle, EARTH_RADIUS, type Position, vectorOf } from '../../local/geo/sphere';

const point = (x: number, y: number) => shapeOf({ type: 'Point', coordinates: [x, y] });
const line = (...places: Position[]) => shapeOf({ type: 'LineString', coordinates: places });
const area = (...rings: Position[][]) => shapeOf({ type: 'Polygon', coordinates: rings });
const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const metres = (a: Position, b: Position) => angle(vectorOf(a), vectorOf(b)) * EARTH_RADIUS;

test.each<[string, Position, Position, number]>([
  ['a degree of the equator', [0, 0], [1, 0], 111_318.8],
  ['a degree of a meridian', [108, 39], [108, 40], 111_318.8],
  ['over the date line', [179.5, 0], [-179.5, 0], 111_318.8],
  ['over the pole', [0, 89.5], [180, 89.5], 111_318.8],
  ['to the other side', [0, 0], [180, 0], Math.PI * EARTH_RADIUS],
])('%s', (_title, a, b, expected) => {
  expect(metres(a, b)).toBeCloseTo(expected, 0);
});

describe('within', () => {
  const holed = area(square(0, 0, 10), square(4, 4, 2));
  test.each([
    ['a point inside', point(1, 1), true],
    ['a point outside', point(11, 1), false],
    ['a point on the edge', point(0, 5), true],
    ['a corner', point(0, 0), true],
    ['a point in the hole', point(5, 5), false],
    ['the opposite side of the earth', point(-179, -1), false],
    ['a line inside', line([1, 1], [2, 2]), true],
    ['a line over the hole', line([3, 5], [7, 5]), false],
    ['a line that leaves', line([1, 1], [20, 1]), false],
    ['an area inside', area(square(1, 1, 2)), true],
    ['an area around the hole', area(square(3, 3, 4)), false],
    ['an area that is larger', area(square(-1, -1, 20)), false],
  ])('%s: %#', (_title, shape, expected) => {
    expect(within(shape, holed)).toBe(expected);
  });

  test('a notch is outside, though both ends of a line over it are inside', () => {
    const notched = area([
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 1],
      [0, 4],
      [0, 0],
    ]);
    expect(within(line([0.5, 3], [3.5, 3]), notched)).toBe(false);
    expect(within(line([0.5, 0.5], [3.5, 0.5]), notched)).toBe(true);
  });

  test('an area over the date line', () => {
    const pacific = area([
      [170, -10],
      [-170, -10],
      [-170, 10],
      [170, 10],
      [170, -10],
    ]);
    expect(within(point(180, 0), pacific)).toBe(true);
    expect(within(point(-175, 5), pacific)).toBe(true);
    expect(within(point(0, 0), pacific)).toBe(false);
  });

  test('an area around a pole', () => {
    const arctic = area([
      [0, 80],
      [90, 80],
      [180, 80],
      [-90, 80],
      [0, 80],
    ]);
    expect(within(point(45, 89), arctic)).toBe(true);
    expect(within(point(45, 60), arctic)).toBe(false);
  });
});

describe('intersects', () => {
  test.each([
    ['lines that cross', line([0, 0], [2, 2]), line([0, 2], [2, 0]), true],
    ['lines that touch', line([0, 0], [2, 0]), line([1, 0], [1, 2]), true],
    ['lines apart', line([0, 0], [2, 0]), line([0, 1], [2, 1]), false],
    ['short lines that cross', line([0, 0], [0.001, 0.001]), line([0, 0.001], [0.001, 0]), true],
    ['short lines apart', line([0, 0], [0.001, 0]), line([0, 0.0001], [0.001, 0.0001]), false],
    ['an area in another', area(square(1, 1, 1)), area(square(0, 0, 5)), true],
    ['areas side by side share an edge', area(square(0, 0, 1)), area(square(1, 0, 1)), true],
    ['areas apart', area(square(0, 0, 1)), area(square(3, 0, 1)), false],
    [
      'an area in the hole of another',
      area(square(4.5, 4.5, 1)),
      area(square(0, 0, 10), square(4, 4, 2)),
      false,
    ],
    ['a cross without a corner inside', area(square(-1, 1, 0.5)), line([-0.8, 0], [-0.8, 3]), true],
    ['two equal points', point(5, 5), point(5, 5), true],
  ])('%s: %#', (_title, a, b, expected) => {
    expect(intersects(a, b)).toBe(expected);
    expect(intersects(b, a)).toBe(expected);
  });
});

test('the distance to a line is to its nearest place, to an area that covers it nothing', () => {
  expect(angleTo(line([0, 0], [2, 0]), vectorOf([1, 1])) * EARTH_RADIUS).toBeCloseTo(111_318.8, 0);
  expect(angleTo(line([0, 0], [2, 0]), vectorOf([3, 0])) * EARTH_RADIUS).toBeCloseTo(111_318.8, 0);
  expect(angleTo(area(square(0, 0, 2)), vectorOf([1, 1]))).toBe(0);
});

const near = fc.integer({ min: -500, max: 500 }).map((n) => n / 1000);
test('near the equator a small triangle agrees with flat geometry', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(near, near), { minLength: 4, maxLength: 4 }), ([a, b, c, p]) => {
      const side = (u: Position, v: Position) =>
        (v[0] - u[0]) * (p![1] - u[1]) - (v[1] - u[1]) * (p![0] - u[0]);
      const sides = [side(a!, b!), side(b!, c!), side(c!, a!)];
      // Too near an edge, the bend of the earth decides.
      fc.pre(sides.every((each) => Math.abs(each) > 1e-4));
      const flat = sides.every((each) => each > 0) || sides.every((each) => each < 0);
      expect(within(point(p![0], p![1]), area([a!, b!, c!, a!]))).toBe(flat);
    }),
    { numRuns: 500 },
  );
});

test('what is within intersects, and nothing depends on where on the earth it is', () => {
  const longitude = fc.integer({ min: -180, max: 179 });
  const latitude = fc.integer({ min: -80, max: 78 });
  fc.assert(
    fc.property(longitude, latitude, near, near, (x, y, dx, dy) => {
      const wrapped = (value: number) => (value > 180 ? value - 360 : value);
      const box = area([
        [x, y],
        [wrapped(x + 1), y],
        [wrapped(x + 1), y + 1],
        [x, y + 1],
        [x, y],
      ]);
      const inside = point(wrapped(x + 0.5 + dx * 0.9), y + 0.5 + dy * 0.9);
      expect(within(inside, box)).toBe(true);
      expect(intersects(inside, box)).toBe(true);
      expect(within(point(wrapped(x + 2.5), y), box)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test.each([
  [
    'an open ring',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ],
    },
  ],
  [
    'too few vertices',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [0, 0],
        ],
      ],
    },
  ],
  ['a latitude beyond the pole', { type: 'Point', coordinates: [0, 91] }],
  ['no geometry', { type: 'Circle', coordinates: [0, 0] }],
  ['an empty line', { type: 'LineString', coordinates: [] }],
])('%s is refused', (_title, geometry) => {
  expect(() => shapeOf(geometry)).toThrow();
});
