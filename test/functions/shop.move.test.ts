import { FAR_GRID, OTHER_GRID, VILLAGE } from './people';
import { bookOf, saved, shelved } from './shop.stage';
import { startWorld, type World } from './world';

describe('a household with points that moves', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await saved(world, 50, 'h1', 'h2');
  });
  afterEach(() => world.stop());

  const asked = { rule: 'volunteer', text: '清渠' };

  test('to another village: its book, its requests and its shop are there from the next command on', async () => {
    const good = await shelved(world);
    const { good: far } = await world.ok('farSecretary', 'shop.stock', {
      name: '羊肉',
      cost: 10,
      add: 9,
      listed: true,
    });
    await world.ok('resident', 'shop.request', asked);
    await world.ok('admin', 'registry.move', { household: 'h1', area: FAR_GRID });
    expect((await world.ok('resident', 'shop.open', {})).goods).toMatchObject([{ name: '羊肉' }]);
    expect(await world.refused('resident', 'shop.order', { good })).toMatchObject({ code: 'NOT_FOUND' });
    const { code } = await world.ok('resident', 'shop.order', { good: far });
    const book = await bookOf(world, 'h1');
    expect(book).toMatchObject({ area: '150625100211', grid: FAR_GRID, total: 40 });
    expect(book.waiting).toContain('150625100211');
    expect(book.waiting).not.toContain(VILLAGE);
    expect((await world.ok('farSecretary', 'shop.goods', {})).waiting).toHaveLength(1);
    expect(await world.refused('chief', 'shop.handOut', { code: code! })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await world.ok('farChief', 'shop.handOut', { code: code! });
  });

  test('what waited at the old counter is given back by the household, wherever it lives', async () => {
    const good = await shelved(world, { cost: 20, add: 5 });
    const { order } = await world.ok('resident', 'shop.order', { good });
    await world.ok('admin', 'registry.move', { household: 'h1', area: FAR_GRID });
    expect(await world.ok('resident', 'shop.cancel', { order })).toMatchObject({ balance: 50 });
    expect(await world.documents('goods')).toMatchObject([{ stock: 5 }]);
  });

  test('to the next grid: the other chief is asked', async () => {
    await world.ok('secretary', 'registry.move', { household: 'h1', area: OTHER_GRID });
    await world.ok('resident', 'shop.request', asked);
    expect(await bookOf(world, 'h1')).toMatchObject({ area: VILLAGE, grid: OTHER_GRID });
    const inbox = async (person: string) => (await world.ok(person, 'notice.inbox', {})).notices;
    expect((await inbox('besideChief')).map(({ kind }) => kind)).toContain('entry-asked');
    expect((await inbox('chief')).map(({ kind }) => kind)).not.toContain('entry-asked');
  });
});
