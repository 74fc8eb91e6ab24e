import { goodOf, insisting, saved, shelved } from './shop.stage';
import { startWorld, type World } from './world';

describe('shop.stock', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const rice = { name: '大米', cost: 20, listed: true };

  test('puts a good on the shelf once, changes it, brings more, takes it off the list and back', async () => {
    const id = world.newId();
    const { good } = await world.ok('secretary', 'shop.stock', { ...rice, add: 5 }, id);
    expect(await world.ok('secretary', 'shop.stock', { ...rice, add: 5 }, id)).toMatchObject({
      good,
      stock: 5,
    });
    expect(await world.documents('goods')).toHaveLength(1);
    const change = { good, name: '大米十斤', cost: 25, add: -2, listed: false };
    expect(await world.ok('secretary', 'shop.stock', change)).toMatchObject({ stock: 3 });
    expect(await goodOf(world, good)).toMatchObject({
      name: '大米十斤',
      cost: 25,
      unlistedAt: expect.any(Number),
    });
    await world.ok('secretary', 'shop.stock', { ...change, add: 0, listed: true });
    expect(await goodOf(world, good)).not.toHaveProperty('unlistedAt');
  });

  test('takes no more away than is there', async () => {
    const good = await shelved(world, { add: 5 });
    expect(await world.refused('secretary', 'shop.stock', { ...rice, good, add: -6 })).toMatchObject({
      code: 'NOT_NOW',
      path: 'add',
    });
    expect((await goodOf(world, good)).stock).toBe(5);
  });

  test('brings more while people order: nothing is lost of either', async () => {
    await saved(world, 100, 'h1');
    const good = await shelved(world, { cost: 10, add: 8 });
    const say = <T extends { ok: boolean; status: number }>(one: (id: string) => Promise<T>) => {
      const id = world.newId();
      return insisting(() => one(id));
    };
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => say((id) => world.call('resident', 'shop.order', { good }, id))),
      ...Array.from({ length: 5 }, () =>
        say((id) => world.call('secretary', 'shop.stock', { ...rice, good, cost: 10, add: 2 }, id)),
      ),
    ]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await goodOf(world, good)).stock).toBe(8 - 5 + 10);
  });

  test('another village’s shelf is not found', async () => {
    const good = await shelved(world);
    expect(await world.refused('farSecretary', 'shop.stock', { ...rice, good, add: 1 })).toMatchObject({
      code: 'NOT_FOUND',
      path: 'good',
    });
    expect(await world.refused('chief', 'shop.stock', { ...rice, add: 1 })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
