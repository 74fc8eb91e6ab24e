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

  test('who asked may take it back, and nobody else who is barred', async () => {
    const waiting = await asked(world);
    world.change('people', 'worker', { household: 'h9' });
    world.change('people', 'official', { household: 'h9' });
    expect(await world.refused('official', 'points.decline', { ...waiting, text: '不要了' })).toMatchObject({
      code: 'NOT_YOURS',
      path: 'ask',
    });
    const before = await heard(world, 'chief');
    await world.ok('chief', 'points.decline', { ...waiting, text: '写错了人' });
    expect((await bookOf(world)).asks.at(-1)?.answer).toMatchObject({ yes: false, text: '写错了人' });
    expect(await heard(world, 'chief')).toEqual(before);
    expect(await world.refused('secretary', 'points.approve', waiting)).toMatchObject({ code: 'NOT_NOW' });
  });
});
