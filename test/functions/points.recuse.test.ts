import { asked, bookOf, heard } from './points.stage';
import { startWorld, type World } from './world';

describe('points.recuse', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('it is written down, and the township hears of it when nobody in the village is left', async () => {
    const waiting = await asked(world);
    expect((await world.ok('official', 'points.asks', {})).asks).toEqual([]);
    await world.ok('secretary', 'points.recuse', { ...waiting, text: '我是他姐夫' });
    expect((await bookOf(world)).asks[0]?.recused).toMatchObject([
      { person: 'secretary', text: '我是他姐夫' },
    ]);
    expect(await heard(world, 'official')).toEqual(['entry-asked']);
    expect((await world.ok('official', 'points.asks', {})).asks).toMatchObject([
      { ask: { id: waiting.ask } },
    ]);
    expect(await world.refused('secretary', 'points.approve', waiting)).toMatchObject({
      code: 'NOT_YOURS',
      path: 'ask',
    });
    await world.ok('official', 'points.approve', waiting);
  });

  test('said twice it stands there once', async () => {
    const waiting = await asked(world);
    for (const text of ['亲戚', '还是亲戚'])
      await world.ok('secretary', 'points.recuse', { ...waiting, text });
    expect((await bookOf(world)).asks[0]?.recused).toHaveLength(1);
    expect(await heard(world, 'official')).toEqual(['entry-asked']);
  });

  test('when everybody has stepped back it does not hang: it is answered no, and who asked hears why', async () => {
    const waiting = await asked(world);
    for (const person of ['secretary', 'official', 'bannerOfficial'])
      await world.ok(person, 'points.recuse', { ...waiting, text: '亲戚' });
    const book = await bookOf(world);
    expect(book).toMatchObject({ total: 0, asks: [{ answer: { yes: false, by: { person: 'clock' } } }] });
    expect(book.waiting).toBeUndefined();
    expect(await heard(world, 'chief')).toEqual(['entry-declined']);
  });

  test('somebody on leave is still somebody: the ask waits for them', async () => {
    const waiting = await asked(world);
    const at = world.cloud.clock.now();
    world.change('people', 'bannerOfficial', { leaves: [{ from: at - 1, to: at + 86_400_000 }] });
    for (const person of ['secretary', 'official'])
      await world.ok(person, 'points.recuse', { ...waiting, text: '亲戚' });
    expect((await bookOf(world)).asks[0]).not.toHaveProperty('answer');
    expect(await heard(world, 'bannerOfficial')).toEqual(['entry-asked']);
  });
});
