import { DAY } from '../../domain/time/shanghai';
import { accepted, code, told } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.deny', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const asked = async () => {
    const problem = await accepted(world);
    const { deadline } = await world.ok('chief', 'problem.view', { problem });
    const until = deadline!.at + 5 * DAY;
    await world.ok('chief', 'problem.extend', { problem, text: '材料没到', until });
    return { problem, until, deadline };
  };

  test('with a reason, told to the holder; the deadline stays', async () => {
    const { problem, deadline } = await asked();
    const answer = await world.ok('secretary', 'problem.deny', { problem, text: '来得及' });
    expect(answer.deadline).toEqual(deadline);
    expect(await told(world, 'chief')).toEqual(['not-extended', problem]);
    expect((await world.ok('secretary', 'problem.list', { scope: 'desk' })).problems).toEqual([]);
    expect(await code(world, 'secretary', 'problem.deny', { problem, text: '再说' })).toBe('NOT_NOW');
  });

  test('not without a reason, and only from above', async () => {
    const { problem } = await asked();
    expect(await code(world, 'secretary', 'problem.deny', { problem })).toBe('BAD_INPUT');
    expect(await code(world, 'farSecretary', 'problem.deny', { problem, text: '不' })).toBe('NOT_FOUND');
  });
});
