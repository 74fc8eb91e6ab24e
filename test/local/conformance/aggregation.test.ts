import type { Db } from '../world';
import { DOCUMENT, EXPRESSION_CASES, REFUSED } from './expression.cases';
import { ACCUMULATOR_CASES, OTHERS, ROWS, STAGE_CASES } from './stage.cases';
import { openTarget, type Target } from './target';

let target: Target;
let db: Db;
let single: string;
let rows: string;
let others: string;

beforeAll(async () => {
  target = await openTarget();
  db = target.db;
  single = await target.collection('single');
  rows = await target.collection('rows');
  others = await target.collection('others');
  await db.collection(single).add(DOCUMENT);
  await db.collection(rows).add(ROWS);
  await db.collection(others).add(OTHERS);
});
afterAll(() => target.close());

describe('expressions', () => {
  test.each(
    EXPRESSION_CASES.map(([method, build, expected], n) => [`${method} #${n}`, build, expected] as const),
  )('%s', async (_title, build, expected) => {
    const asked = db
      .collection(single)
      .aggregate()
      .project({ _id: 0, v: build(db.command.aggregate) })
      .end();
    if (expected === REFUSED) await expect(asked).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    else expect((await asked).data).toEqual([expected === undefined ? {} : { v: expected }]);
  });
});

describe('stages', () => {
  test.each(
    STAGE_CASES.map((each) => [each.stage, each.title, each] as const),
  )('%s: %s', async (_stage, _title, each) => {
    const pipeline = db.collection(rows).aggregate().sort({ _id: 1 });
    const asked = each.build(pipeline, db.command.aggregate, others).end();
    if (Array.isArray(each.expected)) expect((await asked).data).toEqual(each.expected);
    else await expect(asked).rejects.toMatchObject({ code: each.expected.code });
  });

  test.each(ACCUMULATOR_CASES)('accumulator %s', async (method, expected, field = '$n') => {
    const $ = db.command.aggregate;
    const { data } = await db
      .collection(rows)
      .aggregate()
      .sort({ _id: 1 })
      .group({ _id: null, v: ($[method] as (field: string) => unknown)(field) })
      .end();
    const value = data[0].v;
    if (typeof expected === 'number') expect(value).toBeCloseTo(expected, 10);
    else expect(method === 'addToSet' ? [...value].sort() : value).toEqual(expected);
  });

  test('an answer that stands in two documents is not one object', async () => {
    const { data } = await db
      .collection(rows)
      .aggregate()
      .match({ other: 'k1' })
      .lookup({ from: others, localField: 'other', foreignField: '_id', as: 'found' })
      .unwind('$found')
      .addFields({ 'found.seen': '$n' })
      .project({ 'found.seen': 1 })
      .sort({ _id: 1 })
      .end();
    expect(data).toEqual([
      { _id: 1, found: { seen: 1 } },
      { _id: 3, found: { seen: 9 } },
    ]);
  });

  test.each(['$out', '$merge', '$indexStats', '$nonsense'])('%s is refused', async (stage) => {
    const asked = db
      .collection(rows)
      .options({ raw: true })
      .aggregate([{ [stage]: {} }])
      .end();
    await expect(asked).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  });
});
