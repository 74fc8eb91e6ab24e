import { DAY } from '../../domain/time/shanghai';
import { accepted, code, told } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.extend', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('is asked of the level above, on whose desk it stands until answered; the clock goes on', async () => {
    const problem = await accepted(world);
    const { deadline } = await world.ok('chief', 'problem.view', { problem });
    const until = deadline!.at + 5 * DAY;
    const answer = await world.ok('chief', 'problem.extend', { problem, text: '材料没到', until });
    expect(answer.deadline).toEqual(deadline);
    expect(await told(world, 'secretary')).toEqual(['extension-asked', problem]);
    const desk = await world.ok('secretary', 'problem.list', { scope: 'desk' });
    expect(desk.problems).toMatchObject([{ id: problem, asked: { until, text: '材料没到' } }]);
    expect((await world.ok('secretary', 'problem.view', { problem })).actions).toEqual(['grant', 'deny']);
  });

  test('once per level, ahead, and by at most 30 days', async () => {
    const problem = await accepted(world);
    const { deadline } = await world.ok('chief', 'problem.view', { problem });
    const ask = (until: number) => world.refused('chief', 'problem.extend', { problem, text: '等', until });
    expect(await ask(deadline!.at - 1)).toMatchObject({ code: 'BAD_INPUT', path: 'until' });
    expect(await ask(deadline!.at + 31 * DAY)).toMatchObject({ code: 'BAD_INPUT', path: 'until' });
    await world.ok('chief', 'problem.extend', { problem, text: '等', until: deadline!.at + DAY });
    await world.ok('secretary', 'problem.deny', { problem, text: '来得及' });
    expect(await ask(deadline!.at + DAY)).toMatchObject({ code: 'NOT_NOW' });
    expect(
      await code(world, 'worker', 'problem.extend', { problem, text: '等', until: deadline!.at + DAY }),
    ).toBe('NOT_YOURS');
  });
});
