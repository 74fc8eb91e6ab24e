import { type Db, openWorld, type World } from './world';

let world: World;
let db: Db;

beforeAll(async () => {
  world = await openWorld();
  db = world.db;
  await db
    .collection('people')
    .add(Array.from({ length: 50 }, (_, n) => ({ _id: `p${n}`, area: `x${n % 5}`, age: 20 + n })));
  await db.collection('notes').add(
    Array.from({ length: 200 }, (_, n) => ({
      _id: `n${n}`,
      owner: `p${n % 50}`,
      rank: n,
      at: new Date(n * 1000),
    })),
  );
});
afterAll(() => world.close());

test('match, group, sort and limit', async () => {
  const $ = db.command.aggregate;
  const { data } = await db
    .collection('people')
    .aggregate()
    .match({ area: db.command.in(['x1', 'x2']) })
    .group({ _id: '$area', people: $.sum(1), oldest: $.max('$age') })
    .sort({ _id: 1 })
    .end();
  expect(data).toEqual([
    { _id: 'x1', people: 10, oldest: 66 },
    { _id: 'x2', people: 10, oldest: 67 },
  ]);
});

test('a lookup by field asks the index for each document', async () => {
  const { data } = await db
    .collection('people')
    .aggregate()
    .match({ _id: 'p3' })
    .lookup({ from: 'notes', localField: '_id', foreignField: 'owner', as: 'notes' })
    .end();
  expect(data[0].notes.map((note: { rank: number }) => note.rank)).toEqual(
    expect.arrayContaining([3, 53, 103, 153]),
  );
  expect(data[0].notes).toHaveLength(4);
  expect(data[0].notes[0].at).toBeInstanceOf(Date);
});

test('a lookup by pipeline with variables is narrowed by its equality', async () => {
  const $ = db.command.aggregate;
  const { data } = await db
    .collection('people')
    .aggregate()
    .match({ area: 'x4' })
    .sort({ age: 1 })
    .limit(2)
    .lookup({
      from: 'notes',
      let: { who: '$_id', least: 100 },
      pipeline: $.pipeline()
        .match(db.command.expr($.and([$.eq(['$owner', '$$who']), $.gte(['$rank', '$$least'])])))
        .project({ rank: 1, _id: 0 })
        .sort({ rank: 1 })
        .done(),
      as: 'late',
    })
    .project({ late: 1 })
    .end();
  expect(data).toEqual([
    { _id: 'p4', late: [{ rank: 104 }, { rank: 154 }] },
    { _id: 'p9', late: [{ rank: 109 }, { rank: 159 }] },
  ]);
  expect(world.logs.filter((line) => line.includes('slow query'))).toEqual([]);
});

test('unwind, project and expressions', async () => {
  const $ = db.command.aggregate;
  const { data } = await db
    .collection('notes')
    .aggregate()
    .match({ _id: 'n7' })
    .project({ double: $.multiply(['$rank', 2]), day: $.dateToString({ date: '$at', format: '%Y-%m-%d' }) })
    .end();
  expect(data).toEqual([{ _id: 'n7', double: 14, day: '1970-01-01' }]);
});
