import type { Db } from '../world';
import { openTarget, type Target } from './target';

let target: Target;
let db: Db;
let name: string;
const point = (longitude: number, latitude: number) => new db.Geo.Point(longitude, latitude);
/** The SDK's types know `Point` only. */
const geo = () => db.Geo as unknown as Record<'LineString' | 'Polygon', new (parts: object[]) => object>;
const line = (...places: [number, number][]) => new (geo().LineString)(places.map(([x, y]) => point(x, y)));
const polygon = (...places: [number, number][]) => new (geo().Polygon)([line(...places)]);

/** Places of Ordos: the distances to the first are 0 m, some 650 m, 13 km and 150 km. */
const PLACES: [string, number, number][] = [
  ['square', 108.735, 39.832],
  ['market', 108.7425, 39.833],
  ['village', 108.88, 39.87],
  ['city', 110.0, 39.6],
];

beforeAll(async () => {
  target = await openTarget();
  db = target.db;
  name = await target.collection('geo');
  await db.collection(name).add(PLACES.map(([_id, x, y]) => ({ _id, at: point(x, y), kind: _id.length })));
  await db.collection(name).add([
    { _id: 'road', line: line([108.7, 39.8], [108.9, 39.9]) },
    { _id: 'nowhere', kind: 0 },
  ]);
});
afterAll(() => target.close());

const ids = async (filter: object) =>
  (await db.collection(name).where(filter).get()).data.map((doc) => doc._id);

test('geoNear: nearest first, between two distances in metres', async () => {
  const _ = db.command;
  const geometry = point(108.735, 39.832);
  expect(await ids({ at: _.geoNear({ geometry }) })).toEqual(['square', 'market', 'village', 'city']);
  expect(await ids({ at: _.geoNear({ geometry, maxDistance: 20_000, minDistance: 100 }) })).toEqual([
    'market',
    'village',
  ]);
  expect(await ids({ at: _.geoNear({ geometry, maxDistance: 20_000 }), kind: 7 })).toEqual(['village']);
  const page = await db
    .collection(name)
    .where({ at: _.geoNear({ geometry }) })
    .skip(1)
    .limit(1)
    .get();
  expect(page.data.map((doc) => doc._id)).toEqual(['market']);
});

test('geoWithin: a polygon, and a circle in radians', async () => {
  const _ = db.command;
  const town = polygon([108.7, 39.8], [108.8, 39.8], [108.8, 39.85], [108.7, 39.85], [108.7, 39.8]);
  expect((await ids({ at: _.geoWithin({ geometry: town }) })).sort()).toEqual(['market', 'square']);
  const circle: [InstanceType<typeof db.Geo.Point>, number] = [point(108.735, 39.832), 20 / 6378.1];
  expect((await ids({ at: _.geoWithin({ centerSphere: circle } as never) })).sort()).toEqual([
    'market',
    'square',
    'village',
  ]);
});

test('geoIntersects: lines with areas and points', async () => {
  const _ = db.command;
  const across = polygon([108.75, 39.7], [108.8, 39.7], [108.8, 40], [108.75, 40], [108.75, 39.7]);
  expect(await ids({ line: _.geoIntersects({ geometry: across }) })).toEqual(['road']);
  const beside = polygon([108.75, 39.7], [108.8, 39.7], [108.8, 39.75], [108.75, 39.75], [108.75, 39.7]);
  expect(await ids({ line: _.geoIntersects({ geometry: beside }) })).toEqual([]);
  expect(await ids({ line: _.geoIntersects({ geometry: point(108.7, 39.8) }) })).toEqual(['road']);
});

test('the geoNear stage tells distances, and only begins a pipeline', async () => {
  const stage = {
    distanceField: 'distance',
    spherical: true,
    near: point(108.735, 39.832),
    key: 'at',
    includeLocs: 'where',
    query: { kind: db.command.gt(0) },
    maxDistance: 20_000,
    limit: 2,
  };
  const { data } = await db
    .collection(name)
    .aggregate()
    .geoNear({ ...stage } as never)
    .project({ distance: 1, where: 1 })
    .end();
  expect(data.map((doc: { _id: string }) => doc._id)).toEqual(['square', 'market']);
  expect(data[0].distance).toBe(0);
  expect(data[1].distance).toBeGreaterThan(630);
  expect(data[1].distance).toBeLessThan(670);
  expect(data[1].where).toMatchObject({ type: 'Point', coordinates: [108.7425, 39.833] });
  const late = db
    .collection(name)
    .aggregate()
    .limit(1)
    .geoNear({ ...stage, near: point(0, 0) } as never)
    .end();
  await expect(late).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
});

test('a geometry that cannot be is refused', async () => {
  const open = {
    $geometry: {
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
  };
  await expect(ids({ at: { $geoWithin: open } })).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  const flat = {
    $box: [
      [0, 0],
      [1, 1],
    ],
  };
  await expect(ids({ at: { $geoWithin: flat } })).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
});
