import { asked, bookOf, heard } from './points.stage';
import { startWorld, type World } from './world';

describe('points.decline', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('books nothing, says why to who asked, and to nobody else', async () => {
    const waiting = await asked(world);
    await world.ok('secretary', 'points.decline', { ...waiting, text: '那天是消防队救的' });
    const book = await bookOf(world);
    expect(book).toMatchObject({
      total: 0,
      entries: {},
      asks: [{ answer: { yes: false, text: '那天是消防队救的' } }],
    });
    expect(book.waiting).toBeUndefined();
    expect(await heard(world, 'chief')).toEqual(['entry-declined']);
    expect(await heard(world, 'worker')).toEqual([]);
    expect(await world.refused('secretary', 'points.approve', waiting)).toMatchObject({ path: 'ask' });
  });

  test('not by its author', async () => {
    const waiting = await asked(world);
    expect(await world.refused('chief', 'points.decline', { ...waiting, text: '不要了' })).toMatchObject({
      code: 'NOT_YOURS',
      path: 'ask',
    });
  });
});
