import { accepted, code, told } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.supervise', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('a supervisor puts it under supervision at any level; the deadline stays', async () => {
    const problem = await accepted(world);
    const before = await world.ok('supervisor', 'problem.view', { problem });
    const answer = await world.ok('supervisor', 'problem.supervise', { problem, text: '请抓紧' });
    expect(answer.deadline).toEqual(before.deadline);
    expect(await told(world, 'chief')).toEqual(['supervised', problem]);
    expect(await world.ok('chief', 'problem.view', { problem })).toMatchObject({ supervised: true });
    expect(await code(world, 'supervisor', 'problem.supervise', { problem })).toBe('NOT_NOW');
  });

  test('nobody else does', async () => {
    const problem = await accepted(world);
    for (const person of ['secretary', 'official', 'admin', 'resident'])
      expect(await code(world, person, 'problem.supervise', { problem })).toBe('FORBIDDEN');
  });
});
