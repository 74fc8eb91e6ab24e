import { code, finished, told } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.redo', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('seen on site and not done: the holder goes on, and all sides are told', async () => {
    const problem = await finished(world);
    expect(await world.ok('secretary', 'problem.redo', { problem, text: '路边还是松的' })).toMatchObject({
      status: 'accepted',
      deadline: { kind: 'solve' },
    });
    for (const person of ['chief', 'resident']) expect(await told(world, person)).toEqual(['redo', problem]);
  });

  test('not without a reason, and not by a far secretary', async () => {
    const problem = await finished(world);
    expect(await code(world, 'secretary', 'problem.redo', { problem })).toBe('BAD_INPUT');
    expect(await code(world, 'farSecretary', 'problem.redo', { problem, text: '没好' })).toBe('NOT_FOUND');
  });
});
