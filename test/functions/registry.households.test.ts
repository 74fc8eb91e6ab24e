import type { Access } from '../../domain/registry/access';
import { GRID, VILLAGE } from './people';
import { startWorld, type World } from './world';

describe('registry.households and registry.limits', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('lists a village page by page, with who looks after each; the look is written down once', async () => {
    const answer = await world.ok('secretary', 'registry.households', { area: VILLAGE });
    expect(answer.households).toHaveLength(24);
    expect(answer.households.find(({ id }) => id === 'h1')).toEqual({
      id: 'h1',
      area: GRID,
      head: '户主1',
      members: 3,
      phone: '19900001234',
      address: '一社1号',
      worker: { id: 'worker', name: '刘志强' },
    });
    expect(answer.workers.map(({ name }) => name)).toEqual(['乌云', '刘志强']);
    expect(await world.documents<Access>('accesses')).toMatchObject([
      { what: 'households', area: VILLAGE, by: { person: 'secretary' }, masked: false, count: 24 },
    ]);
  });

  test('finds by a part of the name, which is never a pattern', async () => {
    const named = async (name: string) =>
      (await world.ok('admin', 'registry.households', { area: GRID, name })).households.map(
        ({ head }) => head,
      );
    expect(await named('主24')).toEqual(['户主24']);
    expect(await named('.*')).toEqual([]);
  });

  test('goes on after a household', async () => {
    const { households } = await world.ok('admin', 'registry.households', { area: GRID, after: 'h8' });
    expect(households.map(({ id }) => id)).toEqual(['h9']);
  });

  test('another village, and a whole township, are refused', async () => {
    expect(await world.refused('farSecretary', 'registry.households', { area: VILLAGE })).toMatchObject({
      code: 'NOT_YOURS',
    });
    expect(await world.refused('admin', 'registry.households', { area: '150625100' })).toMatchObject({
      path: 'area',
    });
    expect(await world.documents('accesses')).toEqual([]);
  });

  test('limits show, and enforce nothing: too few, too many, no chief, no worker', async () => {
    await world.ok('secretary', 'registry.handOver', {
      households: ['h1', 'h2', 'h3', 'h4'],
      from: 'worker',
      to: 'colleague',
    });
    await world.ok('secretary', 'registry.move', { household: 'h5', area: '150625100208002' });
    await world.change('people', 'besideChief', { posts: [], desks: [] });
    const answer = await world.ok('secretary', 'registry.limits', { area: VILLAGE });
    expect(answer.workers.map(({ id, households }) => [id, households]).sort()).toEqual([
      ['colleague', 16],
      ['worker', 7],
    ]);
    expect(answer.chiefless).toEqual([{ code: '150625100208002', path: '锡尼镇·胜利村委会·第2网格' }]);
    expect(answer.workerless.map(({ id }) => id)).toEqual(['h5']);
    expect(answer.next).toBeUndefined();
    expect(await world.refused('farSecretary', 'registry.limits', { area: VILLAGE })).toMatchObject({
      code: 'NOT_YOURS',
    });
  });

  test('limits cost a few reads for a village', async () => {
    await world.token('secretary');
    await world.resetUsage();
    await world.ok('secretary', 'registry.limits', { area: VILLAGE });
    expect((await world.usage()).reads).toBeLessThanOrEqual(5);
  });
});
