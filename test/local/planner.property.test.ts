import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Query } from 'mingo';
import { openStore, type Store } from '../../local/store/store';

/** Whatever the planner does, the answer is that of mingo over all documents. */
let dataDir: string;
let store: Store;

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cloud-planner-'));
  const indexes = [
    { name: 'a', keys: ['a'] },
    { name: 'a_b', keys: ['a', '-b'] },
    { name: 'list', keys: ['list'] },
    { name: 'sub', keys: ['sub.x', 'sub.y'] },
    { name: 'b_sparse', keys: ['b'], sparse: true },
  ];
  store = openStore({
    dataDir,
    indexes: { indexed: indexes, plain: [] },
    durable: false,
    log: () => undefined,
  });
});
afterAll(() => {
  store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', 'a', 'ab', 'abc', 'b', '网格'),
  fc.boolean(),
  fc.constantFrom(1.5, -0.5, 1e300),
  fc.integer({ min: -2, max: 2 }).map((day) => new Date(day * 86_400_000)),
);
const value = fc.oneof(scalar, fc.constant(null));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const document = fc.record({
  a: optional(
    fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: fc.array(value, { maxLength: 3 }) }),
  ),
  b: optional(value),
  list: optional(fc.array(scalar, { maxLength: 3 })),
  sub: optional(fc.array(fc.record({ x: scalar, y: optional(scalar) }), { maxLength: 3 })),
});
const condition = fc.oneof(
  value,
  scalar.map((operand) => ({ $gt: operand })),
  scalar.map((operand) => ({ $lte: operand })),
  fc
    .tuple(fc.integer({ min: -3, max: 1 }), fc.integer({ min: 0, max: 3 }))
    .map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(value, { minLength: 1, maxLength: 4 }).map((list) => ({ $in: list })),
  scalar.map((operand) => ({ $ne: operand })),
  fc.boolean().map((exists) => ({ $exists: exists })),
  fc.constantFrom('^a', '^ab?c', '^$', 'b').map((pattern) => ({ $regex: pattern })),
);
const field = fc.constantFrom('a', 'b', 'list', 'sub.x', 'sub.y', '_id');
const simple = fc.dictionary(field, condition, { minKeys: 0, maxKeys: 3 });
const filter = fc.oneof(
  { weight: 4, arbitrary: simple },
  { weight: 1, arbitrary: fc.tuple(simple, simple).map((parts) => ({ $or: parts })) },
  { weight: 1, arbitrary: fc.tuple(simple, simple).map((parts) => ({ $and: parts })) },
);

test('random documents and filters: the same ids with indexes, without them and by mingo', () => {
  fc.assert(
    fc.property(
      fc.array(document, { maxLength: 12 }),
      fc.array(filter, { minLength: 1, maxLength: 6 }),
      (documents, filters) => {
        store.clear();
        const docs = documents.map((each, n) => ({ _id: `d${n}`, ...each }));
        for (const name of ['indexed', 'plain']) store.bulkInsert(name, docs);
        const stored = store.find('plain');
        for (const each of filters) {
          const query = new Query(each);
          const expected = stored.filter((doc) => query.test(doc)).map((doc) => doc._id);
          for (const name of ['indexed', 'plain']) {
            expect(
              store
                .find(name, { filter: each })
                .map((doc) => doc._id)
                .sort(),
            ).toEqual([...expected].sort());
            expect(store.count(name, each)).toBe(expected.length);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('random updates leave the indexes true', () => {
  const change = fc.record({
    target: fc.integer({ min: 0, max: 9 }),
    a: optional(value),
    list: optional(fc.array(scalar, { maxLength: 3 })),
  });
  fc.assert(
    fc.property(
      fc.array(document, { minLength: 4, maxLength: 10 }),
      fc.array(change, { maxLength: 8 }),
      fc.array(filter, { maxLength: 4 }),
      (documents, changes, filters) => {
        store.clear();
        for (const name of ['indexed', 'plain']) {
          store.bulkInsert(
            name,
            documents.map((each, n) => ({ _id: `d${n}`, ...each })),
          );
          for (const { target, ...fields } of changes) {
            const data = Object.fromEntries(Object.entries(fields).filter(([, each]) => each !== undefined));
            if (Object.keys(data).length === 0) store.remove(name, { _id: `d${target}` }, false);
            else
              store.modify(name, {
                filter: { _id: `d${target}` },
                data: { $set: data },
                multi: false,
                merge: true,
                upsert: target % 2 === 0,
              });
          }
        }
        for (const each of filters) {
          const [indexed, plain] = ['indexed', 'plain'].map((name) =>
            store.find(name, { filter: each, sort: { _id: 1 } }),
          );
          expect(indexed).toEqual(plain);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('a sort by index gives the order that mingo gives', () => {
  const direction = fc.constantFrom<1 | -1>(1, -1);
  const ranked = fc.record({ a: value, b: value });
  fc.assert(
    fc.property(
      fc.array(ranked, { maxLength: 15 }),
      direction,
      direction,
      fc.integer({ min: 1, max: 6 }),
      (documents, first, second, limit) => {
        store.clear();
        for (const name of ['indexed', 'plain'])
          store.bulkInsert(
            name,
            documents.map((each, n) => ({ _id: `d${n}`, ...each })),
          );
        const keys = (name: string) =>
          store.find(name, { sort: { a: first, b: second }, limit }).map(({ a, b }) => [a, b]);
        expect(keys('indexed')).toEqual(keys('plain'));
      },
    ),
    { numRuns: 200 },
  );
});
