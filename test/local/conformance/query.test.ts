import type { Db } from '../world';
import { DOCUMENTS, QUERY_CASES } from './query.cases';
import { openTarget, type Target } from './target';

let target: Target;
let db: Db;
let name: string;

beforeAll(async () => {
  target = await openTarget();
  db = target.db;
  name = await target.collection('query');
  await db.collection(name).add(DOCUMENTS);
});
afterAll(() => target.close());

test.each(
  QUERY_CASES.map((each) => [each.method, each.title, each] as const),
)('%s: %s', async (_method, _title, { filter, expected }) => {
  const asked = db.collection(name).where(filter(db.command, db)).orderBy('_id', 'asc').get();
  if (Array.isArray(expected)) expect((await asked).data.map((doc) => doc._id)).toEqual(expected);
  else await expect(asked).rejects.toMatchObject({ code: expected.code });
});

test('ordering: arrays by their least or greatest member, empty ones first, null before numbers', async () => {
  const ids = async (direction: 'asc' | 'desc') =>
    (await db.collection(name).orderBy('scores', direction).orderBy('_id', 'asc').get()).data.map(
      (doc) => doc._id,
    );
  expect(await ids('asc')).toEqual(['c', 'd', 'e', 'a', 'b']);
  expect(await ids('desc')).toEqual(['a', 'b', 'd', 'e', 'c']);
  const byNumber = (await db.collection(name).orderBy('n', 'asc').get()).data.map((doc) => doc._id);
  expect(byNumber).toEqual(['d', 'e', 'a', 'b', 'c']);
});

test('projection: fields, dotted fields, slices and members', async () => {
  const { project } = db.command;
  const shown = async (id: string, shape: object) =>
    (await db.collection(name).where({ _id: id }).field(shape).get()).data[0];
  expect(await shown('a', { n: true, _id: false })).toEqual({ n: 1 });
  expect(await shown('b', { 'deep.list.k': 1 })).toEqual({ _id: 'b', deep: { list: [{ k: 1 }, { k: 2 }] } });
  expect(await shown('a', { tags: false, members: false, scores: false })).toEqual({
    _id: 'a',
    n: 1,
    s: 'alpha',
  });
  expect(await shown('a', { tags: project.slice(1) })).toMatchObject({ _id: 'a', n: 1, tags: ['red'] });
  expect(await shown('c', { members: project.elemMatch({ age: { $gt: 5 } }) })).toEqual({
    _id: 'c',
    members: [{ role: 'y', age: 9 }],
  });
});

test('skip and limit, a hundred unless more are asked for, and count', async () => {
  const page = await db.collection(name).orderBy('_id', 'asc').skip(1).limit(2).get();
  expect(page.data.map((doc) => doc._id)).toEqual(['b', 'c']);
  expect(
    (
      await db
        .collection(name)
        .where({ n: db.command.gt(0) })
        .count()
    ).total,
  ).toBe(3);
});

test('a collection that is not there has its code', async () => {
  await expect(db.collection('conformance_nowhere').get()).rejects.toMatchObject({
    code: 'DATABASE_COLLECTION_NOT_EXIST',
  });
});
