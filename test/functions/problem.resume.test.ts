import { DAY } from '../../domain/time/shanghai';
import { NOW } from './people';
import { accepted, code } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.resume', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('goes on before the end date, with only the days it stood still added', async () => {
    const problem = await accepted(world);
    const { deadline } = await world.ok('chief', 'problem.view', { problem });
    await world.ok('chief', 'problem.suspend', { problem, text: '等地化冻', until: NOW + 10 * DAY });
    await world.moveClock(NOW + 3 * DAY);
    const answer = await world.ok('chief', 'problem.resume', { problem });
    expect(answer.status).toBe('accepted');
    expect(Math.abs(answer.deadline!.at - deadline!.at - 3 * DAY)).toBeLessThan(DAY / 24);
    expect(await code(world, 'chief', 'problem.resume', { problem })).toBe('NOT_NOW');
  });
});
