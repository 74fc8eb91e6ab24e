import { FAR_GRID, OTHER_GRID, VILLAGE } from './people';
import { accepted, atBanner, code, told, WATER } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.transfer', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('to the desk beside, with a reason; the clock does not start again', async () => {
    const problem = await accepted(world);
    const before = await world.ok('chief', 'problem.view', { problem });
    const party = { role: 'chief', area: OTHER_GRID } as const;
    const answer = await world.ok('chief', 'problem.transfer', { problem, party, text: '是第2网格的路' });
    expect(answer).toMatchObject({ status: 'reported', holder: { name: '周强' }, deadline: before.deadline });
    expect(await told(world, 'besideChief')).toEqual(['transferred', problem]);
    expect(await told(world, 'resident')).toEqual(['moved', problem]);
    await world.ok('besideChief', 'problem.accept', { problem });
    await world.ok('besideChief', 'problem.escalate', { problem, text: '村里定' });
    expect(await told(world, 'secretary')).toEqual(['escalated', problem]);
  });

  test('at the banner a unit takes it over whole', async () => {
    const problem = await atBanner(world);
    await world.ok('bannerOfficial', 'problem.transfer', { problem, party: WATER, text: '归水利' });
    expect(await world.ok('waterUnit', 'problem.accept', { problem })).toMatchObject({
      holder: { role: 'handler', level: 'banner', name: '高平' },
    });
  });

  test('not to another level, not to another village', async () => {
    const problem = await accepted(world);
    for (const party of [
      { role: 'secretary', area: VILLAGE },
      { role: 'chief', area: FAR_GRID },
      WATER,
    ] as const) {
      const refusal = await world.refused('chief', 'problem.transfer', { problem, party, text: '转' });
      expect(refusal).toMatchObject({ code: 'BAD_INPUT', path: 'party' });
    }
    const party = { role: 'chief', area: OTHER_GRID } as const;
    expect(await code(world, 'secretary', 'problem.transfer', { problem, party, text: '转' })).toBe(
      'NOT_YOURS',
    );
  });
});
