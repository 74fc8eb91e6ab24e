import type { Access } from '../../domain/registry/access';
import { saved, shelved } from './shop.stage';
import { startWorld, type World } from './world';

describe('shop.goods', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await saved(world, 50, 'h1', 'h2');
  });
  afterAll(() => world.stop());

  test('tells the counter what is on the shelf and who still has something to fetch, without their codes', async () => {
    const good = await shelved(world, { name: '大米', cost: 20, add: 5 });
    await world.ok('secretary', 'shop.stock', { name: '旧货', cost: 1, add: 1, listed: false });
    await world.ok('resident', 'shop.order', { good });
    await world.ok('neighbour', 'shop.order', { good });
    const counter = await world.ok('secretary', 'shop.goods', {});
    expect(counter).toMatchObject({
      may: true,
      goods: [
        { name: '大米', stock: 3, listed: true },
        { name: '旧货', listed: false },
      ],
    });
    expect(counter.waiting.map(({ household }) => household).sort()).toEqual(['h1', 'h2']);
    expect(JSON.stringify(counter)).not.toMatch(/code|total|balance/);
    expect(await world.ok('chief', 'shop.goods', {})).toMatchObject({ may: false, waiting: [{}, {}] });
    const looks = async () =>
      (await world.documents<Access>('accesses')).map(({ by, count }) => [by.person, count]);
    expect(await looks()).toEqual([
      ['secretary', 2],
      ['chief', 2],
    ]);
    expect((await world.ok('besideChief', 'shop.goods', {})).waiting).toEqual([]);
    expect(await world.ok('farSecretary', 'shop.goods', {})).toMatchObject({ goods: [], waiting: [] });
    // Who saw nobody is not written down.
    expect(await looks()).toHaveLength(2);
  });
});
