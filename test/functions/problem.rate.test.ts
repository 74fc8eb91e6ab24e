import { DAY } from '../../domain/time/shanghai';
import { NOW } from './people';
import { code, finished } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.rate', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('stars can still be given when no answer came in time, once', async () => {
    const problem = await finished(world);
    await world.moveClock(NOW + 8 * DAY);
    await world.runTimer('sweep');
    await world.ok('resident', 'problem.rate', { problem, stars: 2, text: '路还是窄' });
    expect(await world.ok('resident', 'problem.view', { problem })).toMatchObject({
      status: 'closed',
      outcome: 'no-answer',
      stars: 2,
    });
    expect(await code(world, 'resident', 'problem.rate', { problem, stars: 5 })).toBe('NOT_NOW');
  });

  test('one to five, by the reporter only', async () => {
    const problem = await finished(world);
    await world.ok('resident', 'problem.confirm', { problem });
    expect(await code(world, 'resident', 'problem.rate', { problem, stars: 0 })).toBe('BAD_INPUT');
    expect(await code(world, 'worker', 'problem.rate', { problem, stars: 5 })).toBe('NOT_YOURS');
    expect(await code(world, 'neighbour', 'problem.rate', { problem, stars: 5 })).toBe('NOT_FOUND');
  });
});
