import type { Problem } from '../../domain/problem/problem';
import { accepted, code } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.split', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('a part becomes a matter of its own, with the same reporter, desk and deadline', async () => {
    const problem = await accepted(world);
    const command = world.newId();
    const say = { problem, text: '路边三盏灯不亮', category: 'power' } as const;
    await world.ok('chief', 'problem.split', say, command);
    await world.ok('chief', 'problem.split', say, command);
    const all = await world.documents<Problem>('problems');
    const parts = all.filter(({ splitFrom }) => splitFrom === problem);
    const whole = all.find(({ _id }) => _id === problem)!;
    expect(parts).toMatchObject([{ category: 'power', reporter: whole.reporter, deadline: whole.deadline }]);
    expect(whole.parts).toEqual([parts[0]!._id]);
    const mine = await world.ok('resident', 'problem.list', { scope: 'mine' });
    expect(mine.problems.map(({ id }) => id)).toContain(parts[0]!._id);
    await world.ok('chief', 'problem.finish', { problem: parts[0]!._id, text: '灯换了' });
  });

  test('only by the holder', async () => {
    const problem = await accepted(world);
    expect(await code(world, 'secretary', 'problem.split', { problem, text: '灯' })).toBe('NOT_YOURS');
  });
});
