import { accepted, code, finished, told } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.verify', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('the level above looks on site; the reporter’s answer is still asked', async () => {
    const problem = await finished(world);
    expect(await world.ok('secretary', 'problem.verify', { problem, text: '去看过，路宽了' })).toMatchObject({
      status: 'finished',
    });
    expect(await told(world, 'resident')).toEqual(['verified', problem]);
    const view = await world.ok('resident', 'problem.view', { problem });
    expect(view).toMatchObject({ verified: true, actions: expect.arrayContaining(['confirm', 'reopen']) });
    expect(await code(world, 'official', 'problem.verify', { problem })).toBe('NOT_NOW');
  });

  test('not by who did it, and not before it is done', async () => {
    const problem = await finished(world);
    expect(await code(world, 'chief', 'problem.verify', { problem })).toBe('FORBIDDEN');
    expect(await code(world, 'secretary', 'problem.verify', { problem: await accepted(world) })).toBe(
      'NOT_NOW',
    );
    await world.ok('supervisor', 'problem.verify', { problem });
  });
});
