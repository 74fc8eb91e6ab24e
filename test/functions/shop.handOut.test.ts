import { DAY } from '../../domain/time/shanghai';
import { NOW } from './people';
import { bookOf, saved, shelved } from './shop.stage';
import { startWorld, type World } from './world';

describe('shop.handOut', () => {
  let world: World;
  let code: string;
  beforeEach(async () => {
    world = await startWorld();
    await saved(world, 50, 'h1');
    const good = await shelved(world, { name: '大米', cost: 20 });
    ({ code } = await world.ok('resident', 'shop.order', { good }));
  });
  afterEach(() => world.stop());

  test('by its code, once, whoever is quicker', async () => {
    const answers = await Promise.all(
      ['chief', 'secretary', 'chief', 'secretary'].map((person) =>
        world.call(person, 'shop.handOut', { code }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await bookOf(world, 'h1')).orders).toMatchObject([
      { state: 'fetched', endedAt: expect.any(Number) },
    ]);
    expect(await world.refused('chief', 'shop.handOut', { code })).toMatchObject({ code: 'NOT_NOW' });
  });

  test('tells whose and what, and the same when it is said again', async () => {
    const id = world.newId();
    const answer = await world.ok('chief', 'shop.handOut', { code }, id);
    expect(answer).toMatchObject({ household: 'h1', head: '户主1', name: '大米', cost: 20 });
    expect(await world.ok('chief', 'shop.handOut', { code }, id)).toEqual(answer);
  });

  test('only at the counter of the own village, and not for the own household', async () => {
    for (const person of ['farChief', 'farSecretary', 'besideChief'])
      expect(await world.refused(person, 'shop.handOut', { code })).toMatchObject({ code: 'NOT_FOUND' });
    for (const person of ['resident', 'worker', 'official', 'supervisor'])
      expect(await world.refused(person, 'shop.handOut', { code })).toMatchObject({ code: 'FORBIDDEN' });
    world.change('people', 'chief', { household: 'h1' });
    expect(await world.refused('chief', 'shop.handOut', { code })).toMatchObject({ code: 'NOT_YOURS' });
    expect(await world.refused('secretary', 'shop.handOut', { code: 'ZZZZZZZZ' })).toMatchObject({
      code: 'NOT_FOUND',
      path: 'code',
    });
  });

  test('not any more when its time is over, even before the clock has given the points back', async () => {
    await world.moveClock(NOW + 31 * DAY);
    expect(await world.refused('chief', 'shop.handOut', { code })).toMatchObject({ code: 'NOT_NOW' });
  });
});
