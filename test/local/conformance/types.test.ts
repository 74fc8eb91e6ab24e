import type { Db } from '../world';
import { openTarget, type Target } from './target';

let target: Target;
let db: Db;
let name: string;

beforeAll(async () => {
  target = await openTarget();
  db = target.db;
  name = await target.collection('types');
});
afterAll(() => target.close());

async function roundTrip(value: unknown): Promise<unknown> {
  const { id } = (await db.collection(name).add({ value })) as { id: string };
  return (await db.collection(name).doc(id).get()).data[0].value;
}
const idsOf = async (filter: object) =>
  (await db.collection(name).where(filter).orderBy('_id', 'asc').get()).data.map((doc) => doc._id);

test.each([
  ['null', null],
  ['booleans', [true, false]],
  ['numbers', [0, -1, 2 ** 31, 2 ** 53 - 1, 0.1, 1e300]],
  ['strings', ['', '网格 😀', 'a\u0000b', '$gt', 'a.b']],
  ['dates', [new Date(0), new Date(-1), new Date('2026-11-23T08:00:00.123Z')]],
  ['nested', { a: [{ b: [[1], []] }], c: {} }],
])('%s come back as they went', async (_title, value) => {
  expect(await roundTrip(value)).toEqual(value);
});

test('what is undefined is not there', async () => {
  expect(await roundTrip({ a: undefined, b: 1 })).toEqual({ b: 1 });
});

test('int, long and double are told apart, also when their values are equal', async () => {
  await db.collection(name).add([
    { _id: 'int', number: 1 },
    { _id: 'long', number: { $numberLong: '1' } },
    { _id: 'double', number: { $numberDouble: '1' } },
    { _id: 'big', number: 2 ** 40 },
    { _id: 'half', number: 0.5 },
    { _id: 'list', number: [{ $numberDouble: '2' }, 'x'] },
  ]);
  const type = (alias: string | number) => idsOf({ number: { $type: alias } });
  expect(await type('int')).toEqual(['int']);
  expect(await type('long')).toEqual(['big', 'long']);
  expect(await type('double')).toEqual(['double', 'half', 'list']);
  expect(await type(1)).toEqual(['double', 'half', 'list']);
  expect(await type('number')).toEqual(['big', 'double', 'half', 'int', 'list', 'long']);
  expect(await type('array')).toEqual(['list']);
  expect(await idsOf({ number: 1 })).toEqual(['double', 'int', 'long']);
  await expect(type('nonsense')).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
});

test('kinds stay when an id is made and when a document is replaced', async () => {
  const { id } = (await db.collection(name).add({ made: { $numberDouble: '3' } })) as { id: string };
  expect(await idsOf({ made: { $type: 'double' } })).toEqual([id]);
  await db
    .collection(name)
    .doc(id)
    .set({ made: { $numberLong: '3' } as never });
  expect(await idsOf({ made: { $type: 'long' } })).toEqual([id]);
});

test('arithmetic keeps the wider kind', async () => {
  const _ = db.command;
  await db.collection(name).add([
    { _id: 'k1', k: { $numberDouble: '1' } },
    { _id: 'k2', k: 1 },
    { _id: 'k3', k: 2.5 },
    { _id: 'k4', k: 2 ** 31 - 1 },
    { _id: 'k5', k: { $numberDouble: '7' } },
  ]);
  await db
    .collection(name)
    .doc('k1')
    .update({ k: _.inc(1) });
  await db
    .collection(name)
    .doc('k2')
    .update({ k: _.inc({ $numberDouble: '1' } as never) });
  await db
    .collection(name)
    .doc('k3')
    .update({ k: _.mul(2) });
  await db
    .collection(name)
    .doc('k4')
    .update({ k: _.inc(1) });
  await db.collection(name).doc('k5').update({ k: 7 });
  expect(await idsOf({ k: { $type: 'double' } })).toEqual(['k1', 'k2', 'k3']);
  expect(await idsOf({ k: { $type: 'long' } })).toEqual(['k4']);
  expect(await idsOf({ k: { $type: 'int' } })).toEqual(['k5']);
});

test('a server date is the time there, and an offset moves it', async () => {
  await db
    .collection(name)
    .add({ _id: 'dated', now: db.serverDate(), later: db.serverDate({ offset: 3600_000 }) });
  const { now, later } = (await db.collection(name).doc('dated').get()).data[0] as { now: Date; later: Date };
  expect(now).toBeInstanceOf(Date);
  expect(Math.abs(now.getTime() - Date.now())).toBeLessThan(60_000);
  expect(later.getTime() - now.getTime()).toBe(3600_000);
  expect(await idsOf({ later: db.command.gt(now) })).toEqual(['dated']);
});

test('object ids are a type of their own', async () => {
  const text = '64b7f0a1c2d3e4f5a6b7c8d9';
  await db.collection(name).add([
    { _id: 'oid', ref: db.ObjectId({ id: text }) },
    { _id: 'text', ref: text },
  ]);
  // get() takes every object apart, ids included; an aggregation's answer it leaves alone.
  const [doc] = (await db.collection(name).aggregate().match({ _id: 'oid' }).end()).data;
  expect(String(doc.ref)).toBe(text);
  expect(await idsOf({ ref: db.ObjectId({ id: text }) })).toEqual(['oid']);
  expect(await idsOf({ ref: text })).toEqual(['text']);
  expect(await idsOf({ ref: { $type: 'objectId' } })).toEqual(['oid']);
  await expect(db.collection(name).add({ ref: db.ObjectId({ id: 'short' }) })).rejects.toMatchObject({
    code: 'INVALID_PARAM',
  });
});

test('a regular expression is a value too', async () => {
  const value = (await roundTrip(/^a.c$/i)) as { pattern: string; options: string } | RegExp;
  expect(value instanceof RegExp ? [value.source, value.flags] : [value.pattern, value.options]).toEqual([
    '^a.c$',
    'i',
  ]);
});

test('geometries come back as the SDK made them', async () => {
  const { Geo } = db as unknown as { Geo: Record<string, new (...args: unknown[]) => { toJSON(): object }> };
  const point = (longitude: number, latitude: number) => new Geo.Point!(longitude, latitude);
  const line = (...places: [number, number][]) => new Geo.LineString!(places.map(([x, y]) => point(x, y)));
  const ring = line([0, 0], [1, 0], [1, 1], [0, 0]);
  const shapes = [
    point(108.7, 39.8),
    line([0, 0], [1, 1]),
    new Geo.Polygon!([ring]),
    new Geo.MultiPoint!([point(1, 2), point(3, 4)]),
    new Geo.MultiLineString!([line([0, 0], [1, 1]), line([2, 2], [3, 3])]),
    new Geo.MultiPolygon!([new Geo.Polygon!([ring])]),
  ];
  for (const shape of shapes) {
    const back = (await roundTrip(shape)) as { toJSON(): object };
    expect(back).toBeInstanceOf(shape.constructor);
    expect(back.toJSON()).toEqual(shape.toJSON());
  }
});
