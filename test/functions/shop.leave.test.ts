import { bookOf, consent, goodOf, saved, shelved } from './shop.stage';
import { startWorld, type World } from './world';

describe('shop.leave', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('at once: orders go back, requests get an answer, the balance stays to be seen', async () => {
    await saved(world, 50, 'h1');
    const good = await shelved(world, { cost: 20, add: 3 });
    await world.ok('resident', 'shop.order', { good });
    await world.ok('resident', 'shop.order', { good });
    await world.ok('resident', 'shop.request', { rule: 'volunteer', text: '植树' });
    const id = world.newId();
    const answer = await world.ok('resident', 'shop.leave', {}, id);
    expect(answer.balance).toBe(50);
    expect(await world.ok('resident', 'shop.leave', {}, id)).toEqual(answer);
    expect((await goodOf(world, good)).stock).toBe(3);
    const book = await bookOf(world, 'h1');
    expect(book.asks).toMatchObject([{ answer: { yes: false, by: { person: 'resident' } } }]);
    expect(book).not.toHaveProperty('waiting');
    expect(book).not.toHaveProperty('lapseAt');
    const view = await world.ok('resident', 'shop.open', {});
    expect(view).toMatchObject({ balance: 50, leftAt: expect.any(Number) });
    expect(view.orders.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  });

  test('afterwards nothing is asked and nothing ordered', async () => {
    await saved(world, 50, 'h1');
    const good = await shelved(world);
    await world.ok('resident', 'shop.leave', {});
    for (const [action, input] of [
      ['shop.order', { good }],
      ['shop.request', { rule: 'volunteer', text: '植树' }],
      ['shop.leave', {}],
    ] as const)
      expect(await world.refused('resident', action, input)).toMatchObject({ code: 'NOT_NOW' });
    expect(await world.refused('worker', 'shop.card', { household: 'h1' })).toMatchObject({
      code: 'NOT_NOW',
    });
    expect((await goodOf(world, good)).stock).toBe(5);
  });

  test('an old "leave", said again after joining anew, takes nothing away', async () => {
    await saved(world, 50, 'h1');
    const id = world.newId();
    await world.ok('resident', 'shop.leave', {}, id);
    await world.ok('resident', 'shop.join', { consent });
    await world.ok('resident', 'shop.leave', {}, id);
    expect((await bookOf(world, 'h1')).leftAt).toBeUndefined();
  });

  test('nobody else makes them leave', async () => {
    await saved(world, 50, 'h1');
    for (const person of ['neighbour', 'colleague', 'chief', 'secretary'])
      expect(await world.refused(person, 'shop.leave', { household: 'h1' })).toMatchObject({
        code: 'NOT_FOUND',
      });
  });

  test('its worker writes down who of them wants to leave', async () => {
    await saved(world, 50, 'h3');
    expect(await world.refused('worker', 'shop.leave', { household: 'h3' })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'agreedBy',
    });
    expect((await bookOf(world, 'h3')).leftAt).toBeUndefined();
    await world.ok('worker', 'shop.leave', { household: 'h3', agreedBy: '户主3' });
    const leftBy = { person: 'worker', agreedBy: '户主3' };
    expect(await bookOf(world, 'h3')).toMatchObject({ leftAt: expect.any(Number), leftBy });
    await world.ok('worker', 'shop.join', { household: 'h3', consent, agreedBy: '户主3' });
    expect((await bookOf(world, 'h3')).earlier).toMatchObject([{ leftBy }]);
  });
});
