import { accepted, code, reported, told } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.join', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('a neighbour with the same problem hears what the reporter hears, and not who that is', async () => {
    const problem = await reported(world);
    expect(await code(world, 'neighbour', 'problem.view', { problem })).toBe('NOT_FOUND');
    await world.ok('neighbour', 'problem.join', { problem });
    await world.ok('chief', 'problem.accept', { problem });
    expect(await told(world, 'neighbour')).toEqual(['accepted', problem]);
    const view = await world.ok('neighbour', 'problem.view', { problem });
    expect(view).toMatchObject({ following: true, mine: false, followers: 1, photos: [] });
    expect(JSON.stringify(view)).not.toContain('苏雅拉');
    expect(view.actions).toEqual([]);
    const mine = await world.ok('neighbour', 'problem.list', { scope: 'mine' });
    expect(mine.problems.map(({ id }) => id)).toEqual([problem]);
    expect(await code(world, 'neighbour', 'problem.join', { problem })).toBe('NOT_YOURS');
  });

  test('who joined is not named to others', async () => {
    const problem = await accepted(world);
    await world.ok('neighbour', 'problem.join', { problem });
    for (const person of ['resident', 'chief'])
      expect(JSON.stringify(await world.ok(person, 'problem.view', { problem }))).not.toContain('巴图');
  });

  test('a confidential matter cannot be joined, nor found out by trying', async () => {
    const { problem } = await world.ok('resident', 'problem.report', {
      category: 'dispute',
      text: '邻居的羊',
      confidential: true,
    });
    expect(await code(world, 'neighbour', 'problem.join', { problem })).toBe('NOT_FOUND');
  });
});
