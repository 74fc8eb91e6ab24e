import { promised } from './deed.stage';
import { TOWNSHIP, VILLAGE } from './people';
import { startWorld, type World } from './world';

describe('deed.list', () => {
  let world: World;
  const ids: string[] = [];
  beforeAll(async () => {
    world = await startWorld();
    for (let n = 0; n < 22; n += 1) {
      await world.moveClock(world.cloud.clock.now() + 1_000);
      ids.unshift(await promised(world, { promise: `第 ${n} 件` }));
    }
  });
  afterAll(() => world.stop());

  test('pages newest first without a gap or a double', async () => {
    const first = await world.ok('secretary', 'deed.list', { area: VILLAGE });
    const second = await world.ok('secretary', 'deed.list', { area: VILLAGE, before: first.next! });
    expect([...first.deeds, ...second.deeds].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeUndefined();
  });

  test('an area’s list holds those of the areas in it', async () => {
    expect((await world.ok('official', 'deed.list', { area: TOWNSHIP })).deeds).toHaveLength(20);
    expect((await world.ok('official', 'deed.list', { area: '150625100211' })).deeds).toEqual([]);
    expect((await world.ok('secretary', 'deed.list', { scope: 'mine' })).deeds).toHaveLength(20);
    expect((await world.ok('worker', 'deed.list', { scope: 'mine' })).deeds).toEqual([]);
    expect((await world.ok('secretary', 'deed.list', { area: VILLAGE, status: 'done' })).deeds).toEqual([]);
  });

  test('everybody may read it; names are masked for the public', async () => {
    const [deed] = (await world.ok('resident', 'deed.list', {})).deeds;
    expect(deed).toMatchObject({ responsible: { name: '张**' }, promise: '第 21 件' });
    const [known] = (await world.ok('chief', 'deed.list', { area: VILLAGE })).deeds;
    expect(known!.responsible.name).toBe('张建国');
  });
});
