import { backOff, verdictOf } from '../../domain/command/queue';
import type { ActionName, InputOf, OutputOf } from '../../domain/contract/actions';
import type { EntryAsk } from '../../domain/points/ask';
import type { PointsBook } from '../../domain/points/book';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { NOW } from './people';
import { entry, HOME, joined, timeToSpeak } from './points.stage';
import { startWorld, type World } from './world';

/** As a phone does it: the same command until somebody has said yes or a final no. */
async function insist<A extends ActionName>(
  world: World,
  person: string,
  action: A,
  input: InputOf<A>,
): Promise<OutputOf<A>> {
  const id = world.newId();
  for (let tries = 1; ; tries += 1) {
    const answer = await world.call(person, action, input, id);
    if (answer.ok) return answer.data;
    // Lost races, and a machine too busy to answer in time: whether it landed is not known.
    if (verdictOf(answer.error.code) !== 'later') throw new Error(JSON.stringify(answer.error));
    await new Promise((resolve) => setTimeout(resolve, backOff(Math.min(tries, 3), Math.random())));
  }
}

const many = (count: number) => Array.from({ length: count }, (_, n) => n);
const YEAR = '2026';
const BOOKS = 10;
/** Some hundred calls that lose races to one another; the machine may have other things to do. */
const PATIENCE = 300_000;
const homeOf = (n: number) => `household.h${1 + (n % BOOKS)}`;

describe('a hundred at once, ten upon each book', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    for (const person of ['chief', 'secretary', 'official']) await world.token(person);
  });
  afterEach(() => world.stop());

  const all = async () =>
    (await world.documents<PointsBook>('books')).sort((a, b) => (a._id < b._id ? -1 : 1));
  const sumOf = ({ entries }: PointsBook) =>
    Object.values(entries).reduce((sum, { amount }) => sum + amount, 0);

  test(
    'written down and agreed to: nothing lost, nothing doubled, no cap broken',
    async () => {
      await Promise.all(many(BOOKS).map((n) => joined(world, { account: homeOf(n) })));
      const asks = await Promise.all(
        many(100).map((n) =>
          insist(world, n % 2 ? 'chief' : 'secretary', 'points.award', {
            account: homeOf(n),
            rule: 'neighbour',
            amount: 3,
            text: `第${n}次`,
          }),
        ),
      );
      const texts = (await all()).flatMap((book) => book.asks.map(({ text }) => text));
      expect(texts.sort()).toEqual(
        many(100)
          .map((n) => `第${n}次`)
          .sort(),
      );
      const answers = await Promise.allSettled(
        asks.map(({ account, ask }, n) =>
          insist(world, n % 2 ? 'secretary' : 'chief', 'points.approve', { account, year: YEAR, ask }),
        ),
      );
      // The rule gives twenty a month: six times three and once two, whoever comes first.
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(7 * BOOKS);
      for (const book of await all()) {
        expect([book.total, sumOf(book), Object.keys(book.entries).length]).toEqual([20, 20, 7]);
        expect(book.asks.filter(({ answer }) => answer?.yes)).toHaveLength(7);
      }
    },
    PATIENCE,
  );

  test(
    'taken back, each agreed to by two people at the same moment: each once',
    async () => {
      const entries = Object.fromEntries(
        many(10).map((n) => [`ask-p${n}`, entry({ cause: `ask-p${n}`, rule: 'neighbour', amount: 1 })]),
      );
      await Promise.all(many(BOOKS).map((n) => joined(world, { account: homeOf(n), entries })));
      const asks = await Promise.all(
        many(100).map((n) =>
          insist(world, 'chief', 'points.reverse', {
            account: homeOf(n),
            year: YEAR,
            cause: `ask-p${Math.floor(n / BOOKS)}`,
            text: '不是这一户',
            heard: '知道了',
          }),
        ),
      );
      await timeToSpeak(world);
      const answers = await Promise.allSettled(
        asks.flatMap(({ account, ask }) =>
          (['secretary', 'official'] as const).map((by) =>
            insist(world, by, 'points.approve', { account, year: YEAR, ask }),
          ),
        ),
      );
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(100);
      for (const book of await all()) {
        expect([book.total, sumOf(book), Object.keys(book.entries).length]).toEqual([0, 0, 20]);
        for (const n of many(10)) expect(book.entries[`ask-p${n}`]?.reversedBy).toBe(`back-ask-p${n}`);
      }
    },
    PATIENCE,
  );
});

describe('a hundred at once upon one book', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    for (const person of ['chief', 'secretary', 'official']) await world.token(person);
    // Under the defaults a month takes twenty points: not a hundred entries.
    const rules = DEFAULT_RULES.rules.map((rule) =>
      rule.id === 'neighbour' ? { ...rule, cap: { per: 'month' as const, most: 1_000 } } : rule,
    );
    const version = {
      ...DEFAULT_RULES,
      _id: '2026.1',
      rules,
      from: '2026-01',
      enabledAt: 1,
      rev: 1,
      applied: [],
    };
    await world.cloud.store.bulkInsert('rules', [version]);
  });
  afterEach(() => world.stop());

  const book = async () => (await world.documents<PointsBook>('books'))[0]!;
  const by = (n: number) => (n % 2 ? 'chief' : 'secretary');
  const other = (n: number) => by(n + 1);
  const asked = (n: number, change: Partial<EntryAsk> = {}): EntryAsk => ({
    ...{ id: `a${n}`, kind: 'award', rule: 'neighbour', version: '2026.1', amount: 1, at: NOW },
    ...{ by: { person: by(n), name: by(n) }, text: `第${n}次`, photos: [], recused: [] },
    ...change,
  });
  const entries = Object.fromEntries(
    many(100).map((n) => [`ask-p${n}`, entry({ cause: `ask-p${n}`, rule: 'neighbour', amount: 1 })]),
  );
  const approvedAll = () =>
    Promise.all(
      many(100).map((n) =>
        insist(world, other(n), 'points.approve', { account: HOME, year: YEAR, ask: `a${n}` }),
      ),
    );
  /** Sum, what stands beside it, and every command once. */
  const counted = async () => {
    const { total, entries: all, applied } = await book();
    const sum = Object.values(all).reduce((points, { amount }) => points + amount, 0);
    return [total, sum, Object.keys(all).length, new Set(applied.map(({ id }) => id)).size, applied.length];
  };

  test(
    'written down: each says it until it is heard, in the end all are in, none twice',
    async () => {
      await joined(world);
      await Promise.all(
        many(100).map((n) => {
          const words = { rule: 'neighbour', amount: 1, text: `第${n}次` };
          return insist(world, by(n), 'points.award', { account: HOME, ...words });
        }),
      );
      const { asks } = await book();
      expect([asks.length, new Set(asks.map(({ text }) => text)).size]).toEqual([100, 100]);
      expect(await counted()).toEqual([0, 0, 0, 100, 100]);
    },
    PATIENCE,
  );

  test(
    'agreed to: a hundred entries, and their sum',
    async () => {
      await joined(world, { asks: many(100).map((n) => asked(n)) });
      await approvedAll();
      expect(await counted()).toEqual([100, 100, 100, 100, 100]);
    },
    PATIENCE,
  );

  test(
    'taken back: asked for at once, and agreed to at once',
    async () => {
      await joined(world, { entries });
      await Promise.all(
        many(100).map((n) => {
          const words = { cause: `ask-p${n}`, text: '记错了', heard: '知道了' };
          return insist(world, by(n), 'points.reverse', { account: HOME, year: YEAR, ...words });
        }),
      );
      expect(new Set((await book()).asks.map(({ cause }) => cause)).size).toBe(100);
      expect(await counted()).toEqual([100, 100, 100, 100, 100]);
      const asks = many(100).map((n) =>
        asked(n, { kind: 'reverse', cause: `ask-p${n}`, amount: -1, heard: '知道了' }),
      );
      world.change('books', 'household.h1_2026', { asks, applied: [], outbox: [] });
      await timeToSpeak(world);
      await approvedAll();
      expect(await counted()).toEqual([0, 0, 200, 100, 100]);
    },
    2 * PATIENCE,
  );
});
