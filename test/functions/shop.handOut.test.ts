import { DAY } from '../../domain/time/shanghai';
import { GRID, NOW } from './people';
import { bookOf, saved, shelved } from './shop.stage';
import { startWorld, type World } from './world';

describe('shop.handOut', () => {
  let world: World;
  let good: string;
  let code: string;
  beforeEach(async () => {
    world = await startWorld();
    await saved(world, 50, 'h1');
    good = await shelved(world, { name: '大米', cost: 20 });
    code = (await world.ok('resident', 'shop.order', { good })).code!;
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

  test('the family hears what was ordered for it and what was handed out, from whom', async () => {
    await world.ok('secretary', 'shop.order', { household: 'h1', good });
    await world.ok('chief', 'shop.handOut', { code });
    const { notices } = await world.ok('resident', 'notice.inbox', {});
    const told = notices.map(({ kind, text, about }) => [kind, text.zh, about]);
    const about = { kind: 'shop', id: 'h1' };
    expect(told).toContainEqual([
      'order-made',
      '张建国替您家办的，用20分。没说过要换，点开退回',
      expect.objectContaining(about),
    ]);
    expect(told).toContainEqual([
      'order-fetched',
      '王海交出去的。您家没人取过，请告诉村里',
      expect.objectContaining(about),
    ]);
    expect(told).toHaveLength(2);
    expect((await bookOf(world, 'h1')).outbox).toEqual([]);
  });

  test('whoever ordered for a family hands nothing out; the other one at the counter does', async () => {
    await saved(world, 50, 'h3');
    const made = await world.ok('chief', 'shop.order', { household: 'h3', good });
    expect(made).not.toHaveProperty('code');
    const worker = await world.ok('worker', 'shop.open', { household: 'h3' });
    const [waiting] = worker.orders;
    const words = { code: 'NOT_YOURS', path: 'code' };
    expect(await world.refused('chief', 'shop.handOut', { code: waiting!.code! })).toMatchObject(words);
    await world.ok('secretary', 'shop.handOut', { code: waiting!.code! });
    // No phone in the house: its worker hears of both.
    const { notices } = await world.ok('worker', 'notice.inbox', {});
    expect(notices.map(({ kind }) => kind).sort()).toEqual(['order-fetched', 'order-made']);
  });

  test('at the counter nobody sees a code that was not told; what was told can be handed out', async () => {
    const seen = await world.ok('chief', 'shop.open', { household: 'h1' });
    expect(JSON.stringify(seen)).not.toContain(code);
    expect(seen.orders[0]).not.toHaveProperty('mayHandOut');
    const told = await world.ok('chief', 'shop.open', { code });
    expect(told.orders).toMatchObject([{ mayHandOut: true }]);
    // Also not who is worker and chief at once.
    world.change('people', 'worker', {
      posts: [
        { role: 'worker', area: GRID, areaPath: '' },
        { role: 'chief', area: GRID, areaPath: '' },
      ],
    });
    expect(JSON.stringify(await world.ok('worker', 'shop.open', { household: 'h1' }))).not.toContain(code);
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
