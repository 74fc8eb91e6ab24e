import { type Db, openWorld, type World } from './world';

let world: World;
let db: Db;

beforeAll(async () => {
  world = await openWorld();
  db = world.db;
});
afterAll(() => world.close());
beforeEach(async () => {
  await db.collection('counters').where({}).remove();
  await db.collection('counters').add([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ]);
});

const counted = async (id: string) => (await db.collection('counters').doc(id).get()).data[0]?.n;

test('writes are seen inside, and outside only after the commit', async () => {
  const tx = await db.startTransaction();
  await tx.collection('counters').doc('a').update({ n: 5 });
  await tx.collection('counters').add({ _id: 'c', n: 9 });
  expect((await tx.collection('counters').doc('a').get()).data).toMatchObject({ n: 5 });
  expect(
    (
      await tx
        .collection('counters')
        .where({ n: db.command.gt(4) })
        .get()
    ).data,
  ).toHaveLength(2);
  expect(await counted('a')).toBe(1);
  await tx.commit();
  expect(await counted('a')).toBe(5);
  expect(await counted('c')).toBe(9);
});

test('a rollback leaves nothing', async () => {
  const tx = await db.startTransaction();
  await tx.collection('counters').doc('a').remove();
  expect((await tx.collection('counters').doc('a').get()).data).toBeNull();
  await tx.rollback();
  expect(await counted('a')).toBe(1);
});

test('reads are of the moment it began', async () => {
  const tx = await db.startTransaction();
  await db.collection('counters').doc('a').update({ n: 7 });
  expect((await tx.collection('counters').doc('a').get()).data).toMatchObject({ n: 1 });
  await expect(tx.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
});

test('of two that write the same document one is told of the conflict', async () => {
  const first = await db.startTransaction();
  const second = await db.startTransaction();
  await first
    .collection('counters')
    .doc('a')
    .update({ n: db.command.inc(1) });
  await expect(
    second
      .collection('counters')
      .doc('a')
      .update({ n: db.command.inc(1) }),
  ).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' });
  await first.commit();
  expect(await counted('a')).toBe(2);
});

test('runTransaction tries again until it is through', async () => {
  const add = () =>
    db.runTransaction(async (tx: Awaited<ReturnType<Db['startTransaction']>>) => {
      const { data } = await tx.collection('counters').doc('a').get();
      await tx
        .collection('counters')
        .doc('a')
        .update({ n: (data as unknown as { n: number }).n + 1 });
    }, 20);
  await Promise.all([add(), add(), add()]);
  expect(await counted('a')).toBe(4);
});

test('an unknown transaction is refused', async () => {
  const tx = await db.startTransaction();
  await tx.rollback();
  await expect(tx.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
});
