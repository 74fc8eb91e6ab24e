import { DEFAULT_RULES } from '../../domain/points/defaults';
import { bookOf, saved } from './shop.stage';
import { startWorld, type World } from './world';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

describe('shop.request', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await saved(world, 0, 'h1', 'h3');
  });
  afterEach(() => world.stop());

  const asked = { rule: 'volunteer', text: '清渠半天' };

  test('waits in the book of the year for the village, which is told; it gives nothing by itself', async () => {
    const id = world.newId();
    const { ask } = await world.ok('resident', 'shop.request', asked, id);
    expect(await world.ok('resident', 'shop.request', asked, id)).toMatchObject({ ask });
    const book = await bookOf(world, 'h1');
    expect(book.total).toBe(0);
    expect(book.asks).toMatchObject([
      {
        id: ask,
        kind: 'request',
        rule: 'volunteer',
        version: 'default.1',
        amount: 5,
        by: { person: 'resident' },
      },
    ]);
    expect(book.waiting).toContain(book.area);
    const { notices } = await world.ok('chief', 'notice.inbox', {});
    expect(notices).toMatchObject([{ kind: 'entry-asked', about: { kind: 'awards' } }]);
    expect(notices[0]!.text.zh).toBe('志愿服务+5分：清渠半天');
    await world.ok('chief', 'points.asks', {});
    expect(await world.documents('accesses')).toMatchObject([
      { by: { person: 'chief' }, what: 'points', area: book.area, count: 1 },
    ]);
    const view = await world.ok('resident', 'shop.open', {});
    expect(view.asks).toMatchObject([{ id: ask, rule: { zh: '志愿服务' }, amount: 5, text: '清渠半天' }]);
  });

  test('the worker asks for a family without a phone, and stands there as who wrote it', async () => {
    await world.ok('worker', 'shop.request', { household: 'h3', ...asked });
    expect((await bookOf(world, 'h3')).asks).toMatchObject([{ by: { person: 'worker' } }]);
    for (const person of ['neighbour', 'colleague', 'chief'])
      expect(await world.refused(person, 'shop.request', { household: 'h3', ...asked })).toMatchObject({
        code: 'NOT_FOUND',
      });
  });

  test('only what is a reward for households: no rule of workers, none that takes away, none unknown', async () => {
    for (const rule of ['merit', 'lapse', 'coverage', 'exchange', 'none'])
      expect(await world.refused('resident', 'shop.request', { ...asked, rule })).toMatchObject({
        code: 'NOT_FOUND',
        path: 'rule',
      });
    // Even if a banner's version had one.
    const [first] = DEFAULT_RULES.rules.filter((rule) => rule.for === 'household');
    const fine = { ...first!, id: 'fine', amount: -5 };
    await world.cloud.store.bulkInsert('rules', [
      {
        ...DEFAULT_RULES,
        _id: '2026.9',
        rules: [...DEFAULT_RULES.rules, fine],
        from: '2026-11',
        enabledAt: 1,
      },
    ]);
    expect(await world.refused('resident', 'shop.request', { ...asked, rule: 'fine' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await world.ok('resident', 'shop.open', {})).rewards.every(({ amount }) => amount > 0)).toBe(
      true,
    );
  });

  test('photos are the sender’s own', async () => {
    const { file } = await world.ok('worker', 'media.put', { kind: 'photo', type: 'image/png', base64: PNG });
    expect(await world.refused('resident', 'shop.request', { ...asked, photos: [file] })).toMatchObject({
      code: 'NOT_YOURS',
      path: 'photos.0',
    });
  });

  test('not for who does not take part; and only so many wait at once', async () => {
    expect(await world.refused('neighbour', 'shop.request', asked)).toMatchObject({ code: 'NOT_NOW' });
    for (let n = 0; n < 10; n += 1) await world.ok('resident', 'shop.request', asked);
    expect(await world.refused('resident', 'shop.request', asked)).toMatchObject({ code: 'TOO_MANY' });
  });

  test('where nobody can answer, nobody is left waiting', async () => {
    for (const person of ['chief', 'secretary', 'official', 'bannerOfficial'])
      world.change('people', person, { desks: [] });
    expect(await world.refused('resident', 'shop.request', asked)).toMatchObject({
      code: 'NOT_NOW',
      path: 'household',
    });
    expect((await bookOf(world, 'h1')).asks).toEqual([]);
  });
});
