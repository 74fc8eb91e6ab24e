import type { ActionName, InputOf, OutputOf } from '../../domain/contract/actions';
import type { PointsBook } from '../../domain/points/book';
import { entry, joined, timeToSpeak } from './points.stage';
import { startWorld, type World } from './world';

/** As a phone does it: the same command until somebody has said yes or a final no. */
async function insist<A extends ActionName>(
  world: World,
  person: string,
  action: A,
  input: InputOf<A>,
): Promise<OutputOf<A>> {
  const id = world.newId();
  for (;;) {
    const answer = await world.call(person, action, input, id);
    if (answer.ok) return answer.data;
    // Lost races, and a machine too busy to answer in time: whether it landed is not known.
    if (answer.error.code !== 'CONFLICT' && answer.status < 500)
      throw new Error(JSON.stringify(answer.error));
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
