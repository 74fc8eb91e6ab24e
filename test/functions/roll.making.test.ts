import type { Notice } from '../../domain/notice/notice';
import type { Roll } from '../../domain/roll/roll';
import { entry, householdBook } from '../domain/evaluations';
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
});
