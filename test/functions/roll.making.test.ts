import type { Notice } from '../../domain/notice/notice';
import type { Roll } from '../../domain/roll/roll';
import { DAY } from '../../domain/time/shanghai';
import { entry, householdBook } from '../domain/books';
import { NOW } from './people';
import { evaluated, ROLL_ID, rollOf } from './roll.stage';
import { startWorld, type World } from './world';

describe('the clock makes rolls', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('of what is final, once, and tells whoever is offered a training, and nobody else', async () => {
    await evaluated(world);
    expect(await world.runTimer('roll')).toMatchObject({ data: { workers: 1 } });
    const roll = await rollOf(world);
    expect(roll).toMatchObject({
      ranked: 10,
      top: [{ subject: 'worker' }],
      bottom: [{ subject: 'colleague' }],
    });
    const told = await world.documents<Notice>('notices');
    expect(told.map(({ kind, to }) => [kind, to])).toEqual([['training-suggested', 'colleague']]);
    expect(await world.runTimer('roll')).toMatchObject({ data: { workers: 0 } });
    expect(await world.documents('notices')).toHaveLength(1);
    // What happened meanwhile stays.
    expect((await rollOf(world)).at).toBe(roll.at);
  });

  test.each(['collecting', 'graded', 'signed'] as const)('never of one that is %s', async (state) => {
    await evaluated(world, { state });
    await world.runTimer('roll');
    expect(await world.documents('rolls')).toEqual([]);
  });

  test('two firings at once make one', async () => {
    await evaluated(world);
    await Promise.all([world.runTimer('roll'), world.runTimer('roll')]);
    expect((await world.documents<Roll>('rolls')).map(({ _id }) => _id)).toEqual([ROLL_ID]);
    expect(await world.documents('notices')).toHaveLength(1);
  });

  test('of households when their books are closed, without a bottom; while one is open it tries again', async () => {
    const books = Array.from({ length: 10 }, (_, n) => householdBook(`h${n + 1}`, [entry('a', 10 + n)]));
    const { closed, ...open } = books[0]!;
    await world.cloud.store.bulkInsert(
      'books',
      [open, ...books.slice(1)].map((book) => ({ ...book })),
    );
    await world.runTimer('roll');
    expect(await world.documents('rolls')).toEqual([]);
    world.change('books', open._id, { closed });
    expect(await world.runTimer('roll')).toMatchObject({ data: { households: 1 } });
    expect(await world.documents<Roll>('rolls')).toMatchObject([
      { subjects: 'household', top: [{ subject: 'h10', score: 19 }], bottom: [] },
    ]);
    expect(await world.documents('notices')).toEqual([]);
  });

  test('of a village with more households than one query answers, all are ranked', async () => {
    const books = Array.from({ length: 1010 }, (_, n) => householdBook(`h${1000 + n}`, [entry('a', 1 + n)]));
    await world.cloud.store.bulkInsert(
      'books',
      books.map((book) => ({ ...book })),
    );
    await world.runTimer('roll');
    const [roll] = await world.documents<Roll>('rolls');
    expect([roll?.ranked, roll?.top.length, roll?.top[0]?.subject]).toEqual([1010, 101, 'h2009']);
  });

  test('the auditor misses a list that was not made in time', async () => {
    await evaluated(world, { finalAt: NOW - 3 * DAY });
    expect(await world.runTimer('audit')).toMatchObject({ data: { unrolled: 1 } });
    await world.runTimer('roll');
    expect(await world.runTimer('audit')).toMatchObject({ data: { unrolled: 0 } });
  });
});
