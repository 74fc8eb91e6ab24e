import { NOW } from './people';
import { bookOf, bookWith, consent, saved } from './shop.stage';
import { startWorld, type World } from './world';

describe('shop.join', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('a household takes part by its own wish, in the wording that was shown', async () => {
    expect((await world.ok('resident', 'shop.open', {})).joinedAt).toBeUndefined();
    const id = world.newId();
    const answer = await world.ok('resident', 'shop.join', { consent }, id);
    expect(await world.ok('resident', 'shop.join', { consent }, id)).toEqual(answer);
    expect(await world.refused('resident', 'shop.join', { consent })).toMatchObject({ code: 'NOT_NOW' });
    const book = await bookOf(world, 'h1');
    expect(book.joined).toMatchObject({ by: { person: 'resident' }, version: consent });
    expect([book.total, book.rev, book.grid?.length]).toEqual([0, 1, 15]);
    // The first wording said that nobody is ever ranked.
    for (const old of ['2020-01', '2026-11'])
      expect(await world.refused('neighbour', 'shop.join', { consent: old })).toMatchObject({
        code: 'BAD_INPUT',
        path: 'consent',
      });
  });

  test('its worker writes it down for a family without a phone, naming who said yes', async () => {
    const household = 'h3';
    expect(await world.refused('worker', 'shop.join', { household, consent })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'agreedBy',
    });
    await world.ok('worker', 'shop.join', { household, consent, agreedBy: '户主3' });
    expect((await bookOf(world, household)).joined).toMatchObject({
      by: { person: 'worker' },
      agreedBy: '户主3',
    });
  });

  test('nobody else joins for them: not a neighbour, not another worker, not the village', async () => {
    for (const person of ['neighbour', 'colleague', 'chief', 'secretary'])
      expect(
        await world.refused(person, 'shop.join', { household: 'h1', consent, agreedBy: '某人' }),
      ).toMatchObject({ code: 'NOT_FOUND', path: 'household' });
    expect(await world.documents('books')).toEqual([]);
  });

  test('a household that moved away does not join', async () => {
    world.change('households', 'h1', { ended: { at: NOW - 1, why: 'moved-away' } });
    expect(await world.refused('resident', 'shop.join', { consent })).toMatchObject({ code: 'NOT_NOW' });
  });

  test('who left joins again; what was agreed to before stays written down', async () => {
    await saved(world, 30, 'h1');
    await world.ok('resident', 'shop.leave', {});
    await world.ok('resident', 'shop.join', { consent });
    const book = await bookOf(world, 'h1');
    expect(book.leftAt).toBeUndefined();
    expect(book.earlier).toMatchObject([{ version: consent, leftAt: expect.any(Number) }]);
    expect(book.total).toBe(30);
  });

  test('taking part, and the card, go on in the new year without asking', async () => {
    const last = bookWith('h1', 30, '2025', NOW - 400 * 86_400_000);
    const card = { code: 'ABCDEFGH', at: 1, by: { person: 'worker', name: '刘志强' } };
    await world.cloud.store.bulkInsert('books', [{ ...last, card }]);
    expect(await world.ok('resident', 'shop.open', {})).toMatchObject({
      year: '2026',
      joinedAt: last.joined!.at,
      card: { at: 1 },
      balance: 0,
    });
    expect(await world.refused('resident', 'shop.join', { consent })).toMatchObject({ code: 'NOT_NOW' });
    await world.ok('resident', 'shop.request', { rule: 'volunteer', text: '清渠' });
    expect(await bookOf(world, 'h1')).toMatchObject({ joined: last.joined, card });
  });
});
