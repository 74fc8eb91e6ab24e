import { reported } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.list', () => {
  let world: World;
  const ids: string[] = [];
  beforeAll(async () => {
    world = await startWorld();
    for (let n = 0; n < 23; n += 1) {
      await world.moveClock(world.cloud.clock.now() + 1000);
      ids.unshift(await reported(world));
    }
  });
  afterAll(() => world.stop());

  const list = (person: string, scope: 'mine' | 'desk' | 'area', before?: number) =>
    world.ok(person, 'problem.list', { scope, ...(before ? { before } : {}) });

  test('pages newest first without a gap or a double', async () => {
    const first = await list('resident', 'mine');
    const second = await list('resident', 'mine', first.next);
    expect([...first.problems, ...second.problems].map((card) => card.id)).toEqual(ids);
    expect(second.next).toBeUndefined();
  });

  test('a desk, an area and a worker’s households are three different scopes', async () => {
    expect((await list('chief', 'desk')).problems).toHaveLength(20);
    expect((await list('secretary', 'desk')).problems).toHaveLength(0);
    expect((await list('secretary', 'area')).problems).toHaveLength(20);
    expect((await list('worker', 'area')).problems).toHaveLength(20);
    expect((await list('colleague', 'area')).problems).toHaveLength(0);
    expect((await list('farSecretary', 'area')).problems).toHaveLength(0);
    expect((await list('neighbour', 'mine')).problems).toHaveLength(0);
  });

  test('a resident has no area', async () => {
    expect(await world.refused('resident', 'problem.list', { scope: 'area' })).toMatchObject({
      code: 'NOT_YOURS',
      path: 'scope',
    });
  });
});
