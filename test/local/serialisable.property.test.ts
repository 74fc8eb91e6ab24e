import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { PlatformError } from '../../local/errors';
import { openStore, type Store } from '../../local/store/store';

/** Random transactions, step by step in a random order: those that commit could have run one after the other. */
let dataDir: string;
let store: Store;

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cloud-serial-'));
  store = openStore({
    dataDir,
    indexes: { cells: [{ name: 'v', keys: ['v'] }] },
    durable: false,
    log: () => undefined,
  });
});
afterAll(() => {
  store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const KEYS = ['a', 'b', 'c'];
type Step =
  | { do: 'read'; key: string }
  | { do: 'sum'; least: number }
  | { do: 'copy'; from: string; to: string }
  | { do: 'add'; key: string; by: number }
  | { do: 'insert'; key: string; v: number }
  | { do: 'remove'; key: string };

const key = fc.constantFrom(...KEYS, 'd');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('read' as const), key }),
  fc.record({ do: fc.constant('sum' as const), least: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ do: fc.constant('copy' as const), from: key, to: key }),
  fc.record({ do: fc.constant('add' as const), key, by: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ do: fc.constant('insert' as const), key, v: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ do: fc.constant('remove' as const), key }),
);
const transaction = fc.array(step, { minLength: 1, maxLength: 4 });

type Cells = Map<string, number>;
/** What each step saw; two runs are the same run when they saw the same. */
type Seen = unknown[];

/** A step on a plain map: what it ought to mean. */
function runOn(cells: Cells, step: Step, seen: Seen): void {
  switch (step.do) {
    case 'read':
      seen.push(cells.get(step.key) ?? null);
      return;
    case 'sum':
      seen.push([...cells.values()].filter((v) => v >= step.least).reduce((a, b) => a + b, 0));
      return;
    case 'copy':
      if (cells.has(step.from) && cells.has(step.to)) cells.set(step.to, cells.get(step.from)!);
      return;
    case 'add':
      if (cells.has(step.key)) cells.set(step.key, cells.get(step.key)! + step.by);
      return;
    case 'insert':
      if (!cells.has(step.key)) cells.set(step.key, step.v);
      return;
    case 'remove':
      cells.delete(step.key);
  }
}

function runIn(id: string, step: Step, seen: Seen): void {
  const value = (name: string) => {
    const [text] = store.findTexts('cells', { filter: { _id: name } }, id);
    return text === undefined ? undefined : (JSON.parse(text) as { v: number }).v;
  };
  const change = (name: string, data: Record<string, unknown>) =>
    store.modify('cells', { filter: { _id: name }, data, multi: false, merge: true, upsert: false }, id);
  switch (step.do) {
    case 'read':
      seen.push(value(step.key) ?? null);
      return;
    case 'sum': {
      const texts = store.findTexts('cells', { filter: { v: { $gte: step.least } } }, id);
      seen.push(texts.reduce((sum, text) => sum + (JSON.parse(text) as { v: number }).v, 0));
      return;
    }
    case 'copy': {
      const from = value(step.from);
      if (from !== undefined) change(step.to, { $set: { v: from } });
      return;
    }
    case 'add':
      change(step.key, { $inc: { v: step.by } });
      return;
    case 'insert':
      if (value(step.key) === undefined) store.insert('cells', [{ _id: step.key, v: step.v }], id);
      return;
    case 'remove':
      store.remove('cells', { _id: step.key }, false, id);
  }
}

const conflicted = (error: unknown) =>
  error instanceof PlatformError && error.code === 'DATABASE_TRANSACTION_CONFLICT';

function stored(): Cells {
  return new Map(store.find('cells', { sort: { _id: 1 } }).map((doc) => [String(doc._id), Number(doc.v)]));
}

/** Runs them interleaved by `turns`; answers those that committed, with what they saw. */
function interleave(transactions: Step[][], turns: number[]): { steps: Step[]; seen: Seen }[] {
  const running = transactions.map((steps) => ({
    id: store.startTransaction(),
    steps,
    at: 0,
    seen: [] as Seen,
  }));
  const committed: { steps: Step[]; seen: Seen }[] = [];
  const open = [...running];
  for (let turn = 0; open.length > 0; turn++) {
    const place = (turns[turn % turns.length] ?? 0) % open.length;
    const current = open[place]!;
    try {
      if (current.at < current.steps.length) {
        runIn(current.id, current.steps[current.at++]!, current.seen);
        continue;
      }
      store.commitTransaction(current.id);
      committed.push(current);
    } catch (error) {
      if (!conflicted(error)) throw error;
    }
    open.splice(place, 1);
  }
  return committed;
}

function* orders<T>(items: T[]): Generator<T[]> {
  if (items.length <= 1) yield items;
  else
    for (const [n, item] of items.entries())
      for (const rest of orders(items.filter((_, other) => other !== n))) yield [item, ...rest];
}

test('interleaved transactions are as if one ran after the other, or are told of the conflict', () => {
  let committedInAll = 0;
  fc.assert(
    fc.property(
      fc.array(transaction, { minLength: 2, maxLength: 4 }),
      fc.array(fc.nat(11), { minLength: 1, maxLength: 24 }),
      (transactions, turns) => {
        store.clear();
        store.bulkInsert(
          'cells',
          KEYS.map((_id, n) => ({ _id, v: n + 1 })),
        );
        const committed = interleave(transactions, turns);
        committedInAll += committed.length;
        const after = JSON.stringify([...stored()]);
        const possible = [...orders(committed)].some((order) => {
          const cells: Cells = new Map(KEYS.map((_id, n) => [_id, n + 1]));
          const same = order.every(({ steps, seen }) => {
            const would: Seen = [];
            for (const each of steps) runOn(cells, each, would);
            return JSON.stringify(would) === JSON.stringify(seen);
          });
          return same && JSON.stringify([...cells].sort(([a], [b]) => (a < b ? -1 : 1))) === after;
        });
        expect(possible).toBe(true);
        // Whoever lost can try again: somebody always gets through.
        expect(committed.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 1500 },
  );
  expect(committedInAll).toBeGreaterThan(1500);
});
