import { accepted, code, reported, told, WATER } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.progress', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('is told to the reporter, moves no deadline and no state', async () => {
    const problem = await accepted(world);
    const before = await world.ok('chief', 'problem.view', { problem });
    await world.ok('chief', 'problem.progress', { problem, text: '砂石明天到' });
    const after = await world.ok('resident', 'problem.view', { problem });
    expect([after.status, after.deadline]).toEqual([before.status, before.deadline]);
    expect(await told(world, 'resident')).toEqual(['progressed', problem]);
  });

  test('a helper’s is told to the holder as well', async () => {
    const problem = await accepted(world);
    await world.ok('chief', 'problem.whistle', { problem, parties: [WATER] });
    await world.ok('waterUnit', 'problem.progress', { problem, text: '去量过了' });
    expect(await told(world, 'chief')).toEqual(['progressed', problem]);
  });

  test('not before somebody has taken it up, and not by who only looks on', async () => {
    const fresh = await reported(world);
    expect(await code(world, 'chief', 'problem.progress', { problem: fresh, text: '快了' })).toBe('NOT_NOW');
    expect(await code(world, 'secretary', 'problem.progress', { problem: fresh, text: '快了' })).toBe(
      'NOT_YOURS',
    );
  });
});
