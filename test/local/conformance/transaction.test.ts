import type { Db } from '../world';
import { openTarget, type Target } from './target';

type Transaction = Awaited<ReturnType<Db['startTransaction']>>;

let target: Target;
let db: Db;
let name: string;

beforeAll(async () => {
  target = await openTarget();
  db = target.db;
  name = await target.collection('transaction');
});
afterAll(() => target.close());
beforeEach(async () => {
  await db.collection(name).where({}).remove();
  await db.collection(name).add([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ]);
});

const outside = async (id: string) => (await db.collection(name).doc(id).get()).data[0]?.n;
const inside = async (tx: Transaction, id: string) =>
  ((await tx.collection(name).doc(id).get()).data as unknown as { n: number } | null)?.n;

test('get, where, add, update, set and remove see each other, and nobody else sees them before the commit', async () => {
  const _ = db.command;
  const tx = await db.startTransaction();
  const all = tx.collection(name);
  expect(await all.add({ _id: 'c', n: 3 })).toMatchObject({ inserted: 1, id: 'c' });
  expect(await all.doc('a').update({ n: _.inc(4) })).toMatchObject({ updated: 1 });
  expect(await all.doc('d').set({ n: 7 })).toMatchObject({ upserted: [{ _id: 'd' }] });
  expect(await all.doc('b').remove()).toMatchObject({ deleted: 1 });
  expect([
    await inside(tx, 'a'),
    await inside(tx, 'b'),
    await inside(tx, 'c'),
    await inside(tx, 'd'),
  ]).toEqual([5, undefined, 3, 7]);
  expect(
    (
      await all
        .where({ n: _.gte(5) })
        .orderBy('n', 'desc')
        .limit(1)
        .get()
    ).data,
  ).toMatchObject([{ _id: 'd' }]);
  expect([await outside('a'), await outside('b'), await outside('c')]).toEqual([1, 1, undefined]);
  await tx.commit();
  expect([await outside('a'), await outside('b'), await outside('c'), await outside('d')]).toEqual([
    5,
    undefined,
    3,
    7,
  ]);
});

test('a rollback leaves nothing, and the transaction is over', async () => {
  const tx = await db.startTransaction();
  await tx.collection(name).doc('a').remove();
  await tx.rollback();
  expect(await outside('a')).toBe(1);
  await expect(tx.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
});

test('reads are of the moment it began', async () => {
  const tx = await db.startTransaction();
  expect(await inside(tx, 'b')).toBe(1);
  await db.collection(name).doc('a').update({ n: 7 });
  await db.collection(name).add({ _id: 'new', n: 1 });
  if (!target.real) expect(await inside(tx, 'a')).toBe(1);
  expect(
    (await tx.collection(name).where({ n: 1 }).get()).data.map((doc: { _id: string }) => doc._id).sort(),
  ).toEqual(['a', 'b']);
  await tx.rollback();
});

test('of two that write the same document one is told of the conflict', async () => {
  const first = await db.startTransaction();
  const second = await db.startTransaction();
  const add = (tx: Transaction) =>
    tx
      .collection(name)
      .doc('a')
      .update({ n: db.command.inc(1) });
  await add(first);
  await expect(add(second)).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
  await first.commit();
  expect(await outside('a')).toBe(2);
});

test('runTransaction tries again after a conflict, and hands back what the callback answers', async () => {
  const add = () =>
    db.runTransaction(async (tx: Transaction) => {
      const n = (await inside(tx, 'a'))!;
      await tx
        .collection(name)
        .doc('a')
        .update({ n: n + 1 });
      return n;
    }, 20);
  const seen = await Promise.all([add(), add(), add()]);
  expect([...(seen as unknown as number[])].sort()).toEqual([1, 2, 3]);
  expect(await outside('a')).toBe(4);
});

test('runTransaction hands on what the callback throws, and nothing stays', async () => {
  const failing = db.runTransaction(async (tx: Transaction) => {
    await tx.collection(name).doc('a').update({ n: 99 });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await outside('a')).toBe(1);
});
