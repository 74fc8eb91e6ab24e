import { accepted, atBanner, code, reported, told, WATER } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.assign', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('a worker of the grid leads; the chief still answers for it', async () => {
    const problem = await reported(world);
    const answer = await world.ok('chief', 'problem.assign', { problem, party: { person: 'worker' } });
    expect(answer).toMatchObject({
      status: 'accepted',
      holder: { name: '王海' },
      deadline: { kind: 'solve' },
    });
    expect(await told(world, 'worker')).toEqual(['assigned', problem]);
    expect(await told(world, 'resident')).toEqual(['accepted', problem]);
    const view = await world.ok('worker', 'problem.view', { problem });
    expect(view.lead).toEqual({ name: '刘志强', role: 'worker' });
    expect(view.actions).toEqual(expect.arrayContaining(['finish', 'progress', 'return']));
    expect(await world.ok('worker', 'problem.finish', { problem, text: '好了' })).toMatchObject({
      status: 'finished',
    });
  });

  test('a unit leads from its own desk, and its neighbour unit sees nothing of it', async () => {
    const problem = await atBanner(world);
    await world.ok('bannerOfficial', 'problem.assign', { problem, party: WATER });
    const desk = await world.ok('waterUnit', 'problem.list', { scope: 'desk' });
    expect(desk.problems).toMatchObject([{ id: problem, lead: { name: '高平', unit: '旗水利局' } }]);
    expect(desk.totals).toMatchObject({ now: 1, lead: 1, helper: 0 });
    expect(await code(world, 'powerUnit', 'problem.view', { problem })).toBe('NOT_FOUND');
  });

  test('only inside the own area, and only to somebody who is there', async () => {
    const problem = await accepted(world);
    const to = (party: object) => world.refused('chief', 'problem.assign', { problem, party });
    expect(await to(WATER)).toMatchObject({ code: 'BAD_INPUT', path: 'party' });
    expect(await to({ ...WATER, unit: '旗气象局' })).toMatchObject({ code: 'NOT_FOUND', path: 'party' });
    expect(await to({ person: 'nobody' })).toMatchObject({ code: 'NOT_FOUND', path: 'party' });
  });
});
