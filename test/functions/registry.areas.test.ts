import { startWorld, type World } from './world';

describe('registry.areas', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('opens the tree level by level', async () => {
    expect((await world.ok('resident', 'registry.areas', {})).areas).toMatchObject([
      { _id: '150625', name: '杭锦旗' },
    ]);
    const { areas } = await world.ok('resident', 'registry.areas', { under: '150625100' });
    expect(areas.map((area) => area.name)).toEqual(['胜利村委会', '广丰村委会']);
  });

  test('something that is no code is refused', async () => {
    expect(await world.refused('resident', 'registry.areas', { under: '15062' })).toMatchObject({
      path: 'under',
    });
  });
});
