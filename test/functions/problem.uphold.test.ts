import { code, reported, told } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.uphold', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const refused = async () => {
    const problem = await reported(world);
    await world.ok('chief', 'problem.refuse', { problem, text: '不归网格', where: '镇里' });
    return problem;
  };

  test('out of scope indeed: final, and kept out of scores', async () => {
    const problem = await refused();
    expect(await world.ok('secretary', 'problem.uphold', { problem })).toMatchObject({ status: 'refused' });
    expect(await told(world, 'chief')).toEqual(['upheld', problem]);
    expect(await world.ok('resident', 'problem.view', { problem })).toMatchObject({
      outcome: 'out-of-scope',
      actions: [],
    });
    expect(await code(world, 'secretary', 'problem.uphold', { problem })).toBe('NOT_NOW');
  });

  test('nobody reviews their own refusal', async () => {
    const problem = await refused();
    expect(await code(world, 'chief', 'problem.uphold', { problem })).toBe('FORBIDDEN');
    expect(await code(world, 'farSecretary', 'problem.uphold', { problem })).toBe('NOT_FOUND');
  });
});
