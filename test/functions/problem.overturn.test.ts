import { code, reported, told } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.overturn', () => {
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

  test('the same desk must take it up, within its time, and cannot refuse again', async () => {
    const problem = await refused();
    const answer = await world.ok('secretary', 'problem.overturn', { problem, text: '路是网格的' });
    expect(answer).toMatchObject({
      status: 'reported',
      holder: { role: 'chief' },
      deadline: { kind: 'accept' },
    });
    expect(await told(world, 'chief')).toEqual(['overturned', problem]);
    expect(await told(world, 'resident')).toEqual(['moved', problem]);
    const again = { problem, text: '还是不归我', where: '镇里' };
    expect(await code(world, 'chief', 'problem.refuse', again)).toBe('NOT_NOW');
  });

  test('only with a reason, and only from above', async () => {
    const problem = await refused();
    expect(await code(world, 'secretary', 'problem.overturn', { problem })).toBe('BAD_INPUT');
    expect(await code(world, 'farSecretary', 'problem.overturn', { problem, text: '该办' })).toBe(
      'NOT_FOUND',
    );
  });
});
