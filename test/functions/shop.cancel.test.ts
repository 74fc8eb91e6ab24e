import { bookOf, goodOf, insisting, saved, shelved } from './shop.stage';
import { startWorld, type World } from './world';

describe('shop.cancel', () => {
  let world: World;
  let good: string;
  beforeEach(async () => {
    world = await startWorld();
    await saved(world, 50, 'h1');
    good = await shelved(world, { cost: 20, add: 5 });
  });
  afterEach(() => world.stop());

  test('points and good go back, by one entry linked to the first', async () => {
    const { order } = await world.ok('resident', 'shop.order', { good });
    const id = world.newId();
    const answer = await world.ok('resident', 'shop.cancel', { order }, id);
    expect(answer.balance).toBe(50);
    expect(await world.ok('resident', 'shop.cancel', { order }, id)).toEqual(answer);
    expect(await world.refused('resident', 'shop.cancel', { order })).toMatchObject({ code: 'NOT_NOW' });
    const { entries, total, orders } = await bookOf(world, 'h1');
    const [spent, back] = [entries[`exchange-${order}`]!, entries[`back-${order}`]!];
    expect([spent.reversedBy, back.reverses]).toEqual([back.cause, spent.cause]);
    expect(Object.values(entries).reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
    expect(orders).toMatchObject([{ state: 'cancelled', endedAt: expect.any(Number) }]);
    expect((await goodOf(world, good)).stock).toBe(5);
  });

  test('cancelled and handed out at once: one of both, and everything adds up', async () => {
    const { order, code } = await world.ok('resident', 'shop.order', { good });
    const [cancelId, handId] = [world.newId(), world.newId()];
    const [cancelled, handed] = await Promise.all([
      insisting(() => world.call('resident', 'shop.cancel', { order }, cancelId)),
      insisting(() => world.call('chief', 'shop.handOut', { code: code! }, handId)),
    ]);
    expect([cancelled.ok, handed.ok].filter(Boolean)).toHaveLength(1);
    expect((await bookOf(world, 'h1')).total).toBe(cancelled.ok ? 50 : 30);
    expect((await goodOf(world, good)).stock).toBe(cancelled.ok ? 5 : 4);
  });

  test('an order of somebody else is not found', async () => {
    const { order } = await world.ok('resident', 'shop.order', { good });
    expect(await world.refused('neighbour', 'shop.cancel', { order })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.refused('neighbour', 'shop.cancel', { household: 'h1', order })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
