import { accepted, atBanner, code, escalated, told, WATER } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.return', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('back to the desk that passed it up, once', async () => {
    const problem = await escalated(world);
    const answer = await world.ok('secretary', 'problem.return', { problem, text: '网格里能办' });
    expect(answer).toMatchObject({ status: 'reported', holder: { role: 'chief', name: '王海' } });
    expect(await told(world, 'chief')).toEqual(['returned', problem]);
    expect(await told(world, 'resident')).toEqual(['moved', problem]);
    await world.ok('chief', 'problem.escalate', { problem, text: '真的办不了' });
    expect(await code(world, 'secretary', 'problem.return', { problem, text: '再退' })).toBe('NOT_NOW');
  });

  test('a unit says “not ours”: back to who named it; named again it may not', async () => {
    const problem = await atBanner(world);
    await world.ok('bannerOfficial', 'problem.assign', { problem, party: WATER });
    await world.ok('waterUnit', 'problem.return', { problem, text: '是交通局的路' });
    expect(await told(world, 'bannerOfficial')).toEqual(['returned', problem]);
    await world.ok('bannerOfficial', 'problem.assign', { problem, party: WATER });
    expect(await code(world, 'waterUnit', 'problem.return', { problem, text: '不是' })).toBe('NOT_NOW');
  });

  test('what nobody passed up stays', async () => {
    const problem = await accepted(world);
    expect(await code(world, 'chief', 'problem.return', { problem, text: '不要' })).toBe('NOT_NOW');
  });
});
