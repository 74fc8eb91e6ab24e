import { DAY } from '../../domain/time/shanghai';
import { NOW } from './people';
import { accepted, code, told } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.suspend', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('to an end date, with a reason; the reporter hears until when, and it goes on by itself', async () => {
    const problem = await accepted(world);
    const { deadline } = await world.ok('chief', 'problem.view', { problem });
    const until = NOW + 10 * DAY;
    expect(await world.ok('chief', 'problem.suspend', { problem, text: '等地化冻', until })).toMatchObject({
      status: 'suspended',
      deadline: { kind: 'resume', at: until },
    });
    expect(await told(world, 'resident')).toEqual(['suspended', problem]);
    const waiting = await world.ok('chief', 'problem.list', { scope: 'desk', only: 'suspended' });
    expect(waiting.problems.map(({ id }) => id)).toContain(problem);
    await world.moveClock(until + DAY / 24);
    await world.runTimer('sweep');
    const after = await world.ok('chief', 'problem.view', { problem });
    expect(after.status).toBe('accepted');
    expect(after.deadline!.at - deadline!.at).toBeGreaterThan(9.9 * DAY);
    expect(after.deadline!.at - deadline!.at).toBeLessThanOrEqual(10 * DAY);
    expect(after.why.some(({ zh }) => zh.includes('挂起'))).toBe(true);
    expect(await told(world, 'resident')).toEqual(['resumed', problem]);
  });

  test('never for more than 30 days, never without a reason', async () => {
    const problem = await accepted(world);
    const at = world.cloud.clock.now();
    expect(
      await world.refused('chief', 'problem.suspend', { problem, text: '等', until: at + 31 * DAY }),
    ).toMatchObject({ code: 'BAD_INPUT', path: 'until' });
    expect(await code(world, 'chief', 'problem.suspend', { problem, until: at + DAY })).toBe('BAD_INPUT');
    const asked = { problem, text: '等', until: at + DAY };
    expect(await code(world, 'secretary', 'problem.suspend', asked)).toBe('NOT_YOURS');
  });
});
