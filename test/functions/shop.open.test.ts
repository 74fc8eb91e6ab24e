import type { Access } from '../../domain/registry/access';
import { VILLAGE } from './people';
import { saved, shelved } from './shop.stage';
import { startWorld, type World } from './world';

describe('shop.open', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('before joining: what it is about, and nothing booked', async () => {
    await shelved(world, { name: '大米' });
    const view = await world.ok('resident', 'shop.open', {});
    expect(view).toMatchObject({
      household: { id: 'h1', head: '户主1' },
      balance: 0,
      lines: [],
      orders: [],
      goods: [{ name: '大米' }],
      as: 'own',
    });
    expect(view.rewards.map(({ id }) => id)).toEqual(['courtyard', 'volunteer', 'neighbour', 'warning']);
    expect(view).not.toHaveProperty('joinedAt');
    expect(await world.documents('books')).toEqual([]);
  });

  test('every point opens to its line: by which rule, what for, what it bought', async () => {
    await saved(world, 50, 'h1');
    const good = await shelved(world, { name: '大米', cost: 20 });
    const { order } = await world.ok('resident', 'shop.order', { good });
    await world.ok('resident', 'shop.cancel', { order });
    await world.ok('resident', 'shop.order', { good });
    const view = await world.ok('resident', 'shop.open', {});
    expect(view.balance).toBe(30);
    expect(view.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(30);
    expect(view.lines.map(({ kind }) => kind).sort()).toEqual(['back', 'exchange', 'exchange', 'rule']);
    expect(view.lines.at(-1)).toMatchObject({ rule: { zh: '志愿服务' }, text: '清渠', amount: 50 });
    // Nobody else's name, and nobody else's points.
    expect(JSON.stringify(view)).not.toMatch(/张建国|王海|rank/);
  });

  test('a household’s points are its own affair: its worker and its counter look, nobody else', async () => {
    await saved(world, 50, 'h1');
    expect((await world.ok('worker', 'shop.open', { household: 'h1' })).as).toBe('linked');
    expect((await world.ok('chief', 'shop.open', { household: 'h1' })).as).toBe('counter');
    expect((await world.ok('secretary', 'shop.open', { household: 'h1' })).as).toBe('counter');
    for (const person of ['neighbour', 'colleague', 'farChief', 'farSecretary', 'besideChief'])
      expect(await world.refused(person, 'shop.open', { household: 'h1' })).toMatchObject({
        code: 'NOT_FOUND',
        path: 'household',
      });
    for (const person of ['official', 'supervisor', 'admin', 'handler'])
      expect(await world.refused(person, 'shop.open', { household: 'h1' })).toMatchObject({
        code: 'FORBIDDEN',
      });
    expect(await world.refused('chief', 'shop.open', {})).toMatchObject({
      code: 'BAD_INPUT',
      path: 'household',
    });
  });

  test('a look at another household’s points is written down, the own is not', async () => {
    await saved(world, 50, 'h1');
    await world.ok('resident', 'shop.open', {});
    await world.refused('neighbour', 'shop.open', { household: 'h1' });
    expect(await world.documents('accesses')).toEqual([]);
    await world.ok('chief', 'shop.open', { household: 'h1' });
    await world.ok('worker', 'shop.open', { household: 'h1' });
    const looks = await world.documents<Access>('accesses');
    expect(looks.map(({ by, what, area, count }) => [by.person, what, area, count])).toEqual([
      ['chief', 'points', VILLAGE, 1],
      ['worker', 'points', VILLAGE, 1],
    ]);
  });

  test('by the code of an order only at the counter it belongs to', async () => {
    await saved(world, 50, 'h1');
    const good = await shelved(world);
    const { code } = await world.ok('resident', 'shop.order', { good });
    expect(await world.ok('chief', 'shop.open', { code })).toMatchObject({ household: { id: 'h1' } });
    for (const person of ['neighbour', 'farChief'])
      expect(await world.refused(person, 'shop.open', { code })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
