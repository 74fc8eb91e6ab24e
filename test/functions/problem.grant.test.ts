import { DAY } from '../../domain/time/shanghai';
import { accepted, code, told } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.grant', () => {
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

  test('the level above agrees: the deadline moves, holder and reporter are told, and it says so', async () => {
    const { problem, until } = await asked();
    expect(await world.ok('secretary', 'problem.grant', { problem })).toMatchObject({
      deadline: { at: until },
    });
    expect(await told(world, 'resident')).toEqual(['extended', problem]);
    expect(await told(world, 'chief')).toEqual(['extended', problem]);
    const { why } = await world.ok('resident', 'problem.view', { problem });
    expect(why.at(-1)!.zh).toMatch(/^经上一级同意，由.+延到/);
    expect(await code(world, 'secretary', 'problem.grant', { problem })).toBe('NOT_NOW');
  });

  test('also the level above that; never the holder, a far secretary or a supervisor', async () => {
    const { problem } = await asked();
    expect(await code(world, 'chief', 'problem.grant', { problem })).toBe('FORBIDDEN');
    expect(await code(world, 'farSecretary', 'problem.grant', { problem })).toBe('NOT_FOUND');
    expect(await code(world, 'supervisor', 'problem.grant', { problem })).toBe('NOT_YOURS');
    await world.ok('official', 'problem.grant', { problem });
  });
});
