import { code, reported, told } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.refuse', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('with a reason and where to go instead, told to the reporter, who may object', async () => {
    const problem = await reported(world);
    const say = { problem, text: '电线杆是供电局的', where: '旗供电局 95598' };
    expect(await world.ok('chief', 'problem.refuse', say)).toMatchObject({ status: 'refused' });
    const [notice] = (await world.ok('resident', 'notice.inbox', {})).notices;
    expect(notice).toMatchObject({
      kind: 'refused',
      text: { zh: expect.stringContaining('旗供电局 95598') },
    });
    const view = await world.ok('resident', 'problem.view', { problem });
    expect(view).toMatchObject({ outcome: 'refused', actions: ['reopen'] });
    expect(await world.ok('resident', 'problem.reopen', { problem, text: '他们说不归他们' })).toMatchObject({
      status: 'reported',
      holder: { level: 'village' },
    });
    expect(await told(world, 'secretary')).toEqual(['reopened', problem]);
  });

  test('not without saying where, and not by anybody but the holder', async () => {
    const problem = await reported(world);
    expect(await world.refused('chief', 'problem.refuse', { problem, text: '不归我' })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'where',
    });
    const say = { problem, text: '不归我', where: '镇里' };
    expect(await code(world, 'secretary', 'problem.refuse', say)).toBe('NOT_YOURS');
    expect(await code(world, 'farChief', 'problem.refuse', say)).toBe('NOT_FOUND');
  });
});
