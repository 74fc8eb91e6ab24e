import { type Db, openWorld, type World } from './world';

let world: World;
let db: Db;

beforeAll(async () => {
  world = await openWorld();
  db = world.db;
});
afterAll(() => world.close());
afterEach(async () => {
  for (const name of ['notes', 'people', 'counters']) await db.collection(name).where({}).remove();
});

async function seed(): Promise<void> {
  await db.collection('notes').add([
    {
      _id: 'a',
      owner: 'wu',
      at: new Date('2026-01-01T00:00:00Z'),
      rank: 1,
      tags: ['red', 'new'],
      members: [{ role: 'chief', area: 'x1' }],
    },
    {
      _id: 'b',
      owner: 'wu',
      at: new Date('2026-03-01T00:00:00Z'),
      rank: 2,
      tags: ['blue'],
      members: [{ role: 'worker', area: 'x2' }],
    },
    { _id: 'c', owner: 'li', at: new Date('2026-02-01T00:00:00Z'), rank: 3.5, tags: [], members: [] },
    { _id: 'd', owner: 'li', rank: null, nested: { deep: { value: 7 } } },
  ]);
}

const ids = (result: { data: { _id?: unknown }[] }) => result.data.map((doc) => doc._id);

describe('reading', () => {
  beforeEach(seed);

  test('a document comes back with its types', async () => {
    const { data } = await db.collection('notes').doc('a').get();
    expect(data).toEqual([
      {
        _id: 'a',
        owner: 'wu',
        at: new Date('2026-01-01T00:00:00Z'),
        rank: 1,
        tags: ['red', 'new'],
        members: [{ role: 'chief', area: 'x1' }],
      },
    ]);
    expect((await db.collection('notes').doc('none').get()).data).toEqual([]);
  });

  test('equality, ranges, lists, prefixes and dates use the declared indexes and answer the same', async () => {
    const _ = db.command;
    const notes = db.collection('notes');
    expect(ids(await notes.where({ owner: 'wu' }).orderBy('at', 'desc').get())).toEqual(['b', 'a']);
    expect(
      ids(await notes.where({ owner: 'wu', at: _.gte(new Date('2026-02-01T00:00:00Z')) }).get()),
    ).toEqual(['b']);
    expect(
      ids(
        await notes
          .where({ rank: _.gt(1).and(_.lte(3.5)) })
          .orderBy('rank', 'asc')
          .get(),
      ),
    ).toEqual(['b', 'c']);
    expect(
      ids(
        await notes
          .where({ owner: _.in(['li', 'nobody']) })
          .orderBy('_id', 'asc')
          .get(),
      ),
    ).toEqual(['c', 'd']);
    expect(ids(await notes.where({ owner: /^w/ }).orderBy('_id', 'asc').get())).toEqual(['a', 'b']);
    expect(ids(await notes.where({ rank: null }).get())).toEqual(['d']);
    expect(ids(await notes.where({ 'nested.deep.value': 7 }).get())).toEqual(['d']);
  });

  test('members of arrays are found through the index, once each', async () => {
    const _ = db.command;
    const notes = db.collection('notes');
    expect(ids(await notes.where({ tags: 'red' }).get())).toEqual(['a']);
    expect(
      ids(
        await notes
          .where({ tags: _.in(['red', 'new', 'blue']) })
          .orderBy('_id', 'asc')
          .get(),
      ),
    ).toEqual(['a', 'b']);
    expect(ids(await notes.where({ 'members.role': 'worker', 'members.area': 'x2' }).get())).toEqual(['b']);
    expect(ids(await notes.where({ members: _.elemMatch({ role: 'chief', area: 'x2' }) }).get())).toEqual([]);
    expect((await notes.where({ tags: _.in(['red', 'new']) }).count()).total).toBe(1);
  });

  test('projection, skip, limit and count', async () => {
    const notes = db.collection('notes');
    expect((await notes.where({ _id: 'a' }).field({ owner: true }).get()).data).toEqual([
      { _id: 'a', owner: 'wu' },
    ]);
    expect(ids(await notes.orderBy('_id', 'asc').skip(1).limit(2).get())).toEqual(['b', 'c']);
    expect((await notes.where({ owner: 'li' }).count()).total).toBe(2);
  });

  test('logic commands reach into sub-documents and alternatives', async () => {
    const _ = db.command;
    const found = await db
      .collection('notes')
      .where(_.or([{ owner: 'wu', rank: 2 }, { nested: { deep: { value: _.gt(6) } } }]))
      .orderBy('_id', 'asc')
      .get();
    expect(ids(found)).toEqual(['b', 'd']);
  });

  test('a hundred documents unless more are asked for, a thousand at most', async () => {
    await db.collection('people').add(Array.from({ length: 1100 }, (_, n) => ({ _id: `p${n}`, area: 'x' })));
    expect((await db.collection('people').get()).data).toHaveLength(100);
    expect((await db.collection('people').limit(5000).get()).data).toHaveLength(1000);
  });

  test('an undeclared collection is refused as the platform refuses it', async () => {
    await expect(db.collection('nowhere').get()).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    });
  });
});

describe('writing', () => {
  test('an id is made when none is given, and the same id cannot be added twice', async () => {
    const { id } = await db.collection('notes').add({ owner: 'wu' });
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    await db.collection('notes').add({ _id: 'once' });
    await expect(db.collection('notes').add({ _id: 'once' })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('E11000 duplicate key error'),
    });
  });

  test('a unique index refuses the second, a sparse one ignores those without', async () => {
    await db.collection('notes').add([{ slug: 'one' }, {}, {}]);
    await expect(db.collection('notes').add({ slug: 'one' })).rejects.toMatchObject({
      message: expect.stringContaining('E11000'),
    });
    await expect(db.collection('notes').add([{ _id: 'x', slug: 'two' }, { slug: 'one' }])).rejects.toThrow(
      'E11000',
    );
    expect((await db.collection('notes').doc('x').get()).data).toEqual([]);
  });

  test('a guarded update counts what it changed', async () => {
    const _ = db.command;
    await db.collection('notes').add({ _id: 'g', rev: 1, list: ['a'] });
    const guard = () =>
      db
        .collection('notes')
        .where({ _id: 'g', rev: 1 })
        .update({ rev: _.inc(1), list: _.push(['b', 'c']), 'deep.at': db.serverDate() });
    const results = await Promise.all([guard(), guard(), guard()]);
    expect(results.map((result) => result.updated).sort()).toEqual([0, 0, 1]);
    const { data } = await db.collection('notes').doc('g').get();
    expect(data[0]).toMatchObject({ rev: 2, list: ['a', 'b', 'c'], deep: { at: expect.any(Date) } });
  });

  test('set replaces or creates, update merges, remove removes', async () => {
    const _ = db.command;
    expect(
      await db
        .collection('notes')
        .doc('s')
        .set({ a: 1, b: { c: 2 } }),
    ).toMatchObject({ updated: 0, upsertedId: 's' });
    expect(await db.collection('notes').doc('s').set({ a: 2, d: 1 })).toMatchObject({ updated: 1 });
    await db
      .collection('notes')
      .doc('s')
      .update({ e: { f: 1 }, d: _.remove() });
    expect((await db.collection('notes').doc('s').get()).data).toEqual([{ _id: 's', a: 2, e: { f: 1 } }]);
    expect(await db.collection('notes').doc('s').remove()).toMatchObject({ deleted: 1 });
    expect(await db.collection('notes').doc('s').update({ a: 1 })).toMatchObject({ updated: 0 });
  });

  test('array operators', async () => {
    const _ = db.command;
    await db.collection('notes').add({ _id: 'l', list: [3, 1], set: ['a'], n: 4, gone: [1, 2, 3, 2] });
    await db
      .collection('notes')
      .doc('l')
      .update({
        list: _.push({ each: [2, 5], sort: 1, slice: 3 }),
        set: _.addToSet('a'),
        n: _.mul(2),
        gone: _.pull(_.in([2])),
      });
    expect((await db.collection('notes').doc('l').get()).data[0]).toMatchObject({
      list: [1, 2, 3],
      set: ['a'],
      n: 8,
      gone: [1, 3],
    });
    await db
      .collection('notes')
      .doc('l')
      .update({ list: _.pop(), gone: _.shift(), set: _.unshift(['z']) });
    expect((await db.collection('notes').doc('l').get()).data[0]).toMatchObject({
      list: [1, 2],
      set: ['z', 'a'],
      gone: [3],
    });
  });

  test('updateAndReturn hands back the new document', async () => {
    await db.collection('counters').add({ _id: 'seq', n: 1 });
    const query = db.collection('counters').where({ _id: 'seq' });
    const result = await query.updateAndReturn({ n: db.command.inc(1) });
    expect(result).toMatchObject({ updated: 1, doc: { _id: 'seq', n: 2 } });
  });

  test('many at once, or only the first', async () => {
    await db.collection('people').add([{ area: 'x' }, { area: 'x' }, { area: 'y' }]);
    expect(
      (await db.collection('people').where({ area: 'x' }).options({ multiple: false }).update({ seen: 1 }))
        .updated,
    ).toBe(1);
    expect((await db.collection('people').where({ area: 'x' }).update({ seen: 2 })).updated).toBe(2);
    expect((await db.collection('people').where({ area: 'x' }).remove()).deleted).toBe(2);
  });

  test('an index follows the document', async () => {
    await db.collection('notes').add({ _id: 'm', owner: 'before', tags: ['one', 'two'] });
    await db
      .collection('notes')
      .doc('m')
      .update({ owner: 'after', tags: ['two', 'three'] });
    expect((await db.collection('notes').where({ owner: 'before' }).count()).total).toBe(0);
    expect((await db.collection('notes').where({ owner: 'after' }).count()).total).toBe(1);
    expect((await db.collection('notes').where({ tags: 'one' }).count()).total).toBe(0);
    expect((await db.collection('notes').where({ tags: 'three' }).count()).total).toBe(1);
  });
});
