import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { update as mingoUpdate } from 'mingo';
import { PlatformError } from '../../local/errors';
import { parse, stringify } from '../../local/store/ejson';
import { openStore, type Store } from '../../local/store/store';

/** Whatever is changed, the document is what mingo makes of it, with indexes and without; or it is refused and stays. */
let dataDir: string;
let store: Store;

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cloud-update-'));
  const indexes = [
    { name: 'n', keys: ['n'] },
    { name: 'list', keys: ['list'] },
    { name: 'sub', keys: ['sub.x', '-n'] },
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
  fc.integer({ min: -9, max: 9 }),
  fc.constantFrom('', 'a', 'b', '网格', null, true),
  fc.constantFrom(0.5, -2.25),
  fc.integer({ min: -2, max: 2 }).map((day) => new Date(day * 86_400_000)),
);
const list = fc.array(scalar, { maxLength: 4 });
const document = fc.record(
  {
    n: scalar,
    list: fc.oneof({ weight: 5, arbitrary: list }, scalar),
    sub: fc.record({ x: scalar }),
    other: scalar,
  },
  { requiredKeys: [] },
);
const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0.5, -1.5));
const path = fc.constantFrom('n', 'list', 'sub.x', 'sub.y', 'new.deep', 'other');
const each = fc.record(
  {
    $each: list,
    $position: fc.integer({ min: 0, max: 3 }),
    $sort: fc.constantFrom(1, -1),
    $slice: fc.integer({ min: -3, max: 3 }),
  },
  { requiredKeys: ['$each'] },
);
const operation = fc.oneof(
  fc.tuple(fc.constant('$set'), path, fc.oneof(scalar, list)),
  fc.tuple(fc.constant('$unset'), path, fc.constant('')),
  fc.tuple(fc.constantFrom('$inc', '$mul'), path, number),
  fc.tuple(fc.constantFrom('$min', '$max'), path, scalar),
  fc.tuple(fc.constant('$push'), path, fc.oneof(scalar, each)),
  fc.tuple(fc.constant('$addToSet'), path, scalar),
  fc.tuple(fc.constant('$pull'), path, scalar),
  fc.tuple(fc.constant('$pullAll'), path, list),
  fc.tuple(fc.constant('$pop'), path, fc.constantFrom(1, -1)),
);
/** One operator a path, as MongoDB demands. */
const modifier = fc
  .uniqueArray(operation, { minLength: 1, maxLength: 3, selector: ([, at]) => at.split('.')[0] })
  .map((operations) => {
    const change: Record<string, Record<string, unknown>> = {};
    for (const [operator, at, operand] of operations)
      change[operator] = { ...change[operator], [at]: operand };
    return change;
  });

/** `structuredClone` makes dates of another realm under jest. */
function clone<T>(value: T): T {
  return parse(stringify(value)) as T;
}

/** What plain mingo makes of it. An array that is not there yet is there empty: mingo forgets to sort and slice new ones. */
function expected(
  doc: Record<string, unknown>,
  change: Record<string, Record<string, unknown>>,
): Record<string, unknown> {
  const copy = clone(doc);
  for (const at of Object.keys({ ...change.$push, ...change.$addToSet })) emptyArrayAt(copy, at.split('.'));
  mingoUpdate(copy, clone(change) as never);
  return copy;
}

function emptyArrayAt(holder: Record<string, unknown>, [first, ...rest]: string[]): void {
  if (holder[first!] === undefined) holder[first!] = rest.length > 0 ? {} : [];
  if (rest.length > 0) emptyArrayAt(holder[first!] as Record<string, unknown>, rest);
}

test('random updates make of a document what mingo makes of it, or are refused and change nothing', () => {
  let refused = 0;
  let done = 0;
  fc.assert(
    fc.property(document, fc.array(modifier, { minLength: 1, maxLength: 4 }), (before, changes) => {
      store.clear();
      for (const name of ['indexed', 'plain']) store.bulkInsert(name, [{ _id: 'd', ...before }]);
      for (const change of changes) {
        const known = store.find('plain')[0]!;
        const request = { filter: { _id: 'd' }, data: change, multi: false, merge: true, upsert: false };
        let refusals = 0;
        for (const name of ['indexed', 'plain']) {
          try {
            store.modify(name, clone(request));
          } catch (error) {
            if (!(error instanceof PlatformError)) throw error;
            refusals++;
          }
        }
        expect(refusals % 2).toBe(0);
        const wanted = refusals > 0 ? known : expected(known, change);
        if (refusals > 0) refused++;
        else done++;
        for (const name of ['indexed', 'plain']) expect(store.find(name)).toEqual([wanted]);
        const { n } = wanted;
        for (const name of ['indexed', 'plain']) expect(store.count(name, { n: n ?? null })).toBe(1);
      }
    }),
    { numRuns: 1500 },
  );
  expect(done).toBeGreaterThan(refused);
  expect(refused).toBeGreaterThan(100);
});
