import { bookOf, saved, shelved } from './shop.stage';
import { startWorld, type World } from './world';

describe('shop.card', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await saved(world, 50, 'h3');
  });
  afterEach(() => world.stop());

  const household = 'h3';

  test('a code to print, which opens the household at the counter: order and hand over without a phone', async () => {
    const good = await shelved(world, { cost: 20 });
    const id = world.newId();
    const card = await world.ok('worker', 'shop.card', { household }, id);
    expect(card).toMatchObject({ head: '户主3', code: expect.stringMatching(/^[A-HJ-NP-Z2-9]{8}$/) });
    expect(card.image).toMatch(/^data:image\//);
    expect((await world.ok('worker', 'shop.card', { household }, id)).code).toBe(card.code);
    const view = await world.ok('chief', 'shop.open', { code: card.code });
    expect(view).toMatchObject({ household: { id: 'h3' }, as: 'counter', balance: 50 });
    const { order } = await world.ok('chief', 'shop.order', { household, good });
    const { orders } = await world.ok('secretary', 'shop.open', { code: card.code });
    expect(orders).toMatchObject([{ id: order, mayHandOut: true }]);
    const shown = { code: card.code, order };
    // Not by one person alone.
    expect((await world.ok('chief', 'shop.open', { code: card.code })).orders[0]).not.toHaveProperty(
      'mayHandOut',
    );
    expect(await world.refused('chief', 'shop.handOut', shown)).toMatchObject({ code: 'NOT_YOURS' });
    await world.ok('secretary', 'shop.handOut', shown);
    expect(await bookOf(world, 'h3')).toMatchObject({ total: 30, orders: [{ state: 'fetched' }] });
  });

  test('a new card takes the place of the old one', async () => {
    const old = await world.ok('chief', 'shop.card', { household });
    const fresh = await world.ok('secretary', 'shop.card', { household });
    expect(await world.refused('chief', 'shop.open', { code: old.code })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await world.ok('chief', 'shop.open', { code: fresh.code })).toMatchObject({ as: 'counter' });
  });

  test('whoever made the card takes nothing by it, and a card that was replaced hands out nothing', async () => {
    const good = await shelved(world, { cost: 20 });
    const { order } = await world.ok('worker', 'shop.order', { household, good });
    const old = await world.ok('worker', 'shop.card', { household });
    const { code } = await world.ok('chief', 'shop.card', { household });
    const hand = (person: string, by: string) => world.call(person, 'shop.handOut', { code: by, order });
    expect(await hand('chief', code)).toMatchObject({ ok: false, error: { code: 'NOT_YOURS' } });
    expect(await hand('secretary', old.code)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    // A card alone does not say what is fetched.
    expect(await world.refused('secretary', 'shop.handOut', { code })).toMatchObject({ code: 'NOT_FOUND' });
    expect(JSON.stringify(await world.ok('secretary', 'shop.open', { household }))).not.toContain(code);
    expect(await hand('secretary', code)).toMatchObject({ ok: true });
  });

  test('without WeChat the letters are enough', async () => {
    await fetch(`${world.cloud.url}/_local/faults`, {
      method: 'POST',
      body: JSON.stringify({ service: 'wechat', kind: 'fail', times: 5 }),
    });
    const card = await world.ok('worker', 'shop.card', { household });
    expect(card.code).toHaveLength(8);
    expect(card).not.toHaveProperty('image');
  });

  test('not for who does not take part, and not by who does not serve them', async () => {
    expect(await world.refused('worker', 'shop.card', { household: 'h4' })).toMatchObject({
      code: 'NOT_NOW',
    });
    for (const person of ['colleague', 'farChief', 'farSecretary'])
      expect(await world.refused(person, 'shop.card', { household })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
