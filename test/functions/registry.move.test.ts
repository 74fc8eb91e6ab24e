import type { Area } from '../../domain/area/area';
import type { Household } from '../../domain/household/household';
import { caseload, type Person } from '../../domain/person/person';
import { FAR_GRID, GRID, OTHER_GRID, VILLAGE } from './people';
import { startWorld, type World } from './world';

describe('registry.move', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const load = async (id: string) =>
    caseload(
      (await world.documents<Person>('people')).find(({ _id }) => _id === id)!,
      world.cloud.clock.now(),
    );
  const counts = async () => {
    const areas = new Map(
      (await world.documents<Area>('areas')).map(({ _id, households }) => [_id, households]),
    );
    return [GRID, OTHER_GRID, FAR_GRID, VILLAGE, '150625'].map((code) => areas.get(code));
  };
  const household = async () =>
    (await world.documents<Household>('households')).find(({ _id }) => _id === 'h1')!;

  test('to the next grid, to another worker: area, links, residents and counts follow', async () => {
    const input = { household: 'h1', area: OTHER_GRID, worker: 'colleague' };
    expect(await world.ok('secretary', 'registry.move', input)).toMatchObject({ area: OTHER_GRID });
    expect(await household()).toMatchObject({ area: OTHER_GRID, rev: 1 });
    expect(await load('worker')).not.toContain('h1');
    expect(await load('colleague')).toContain('h1');
    const resident = (await world.documents<Person>('people')).find(({ _id }) => _id === 'resident')!;
    expect(resident).toMatchObject({ area: OTHER_GRID, areaPath: '锡尼镇·胜利村委会·第2网格' });
    expect(await counts()).toEqual([23, 1, 0, 24, 24]);
  });

  test('the worker may stay the same; without one the household is without', async () => {
    await world.ok('secretary', 'registry.move', { household: 'h1', area: OTHER_GRID, worker: 'worker' });
    expect(await load('worker')).toContain('h1');
    await world.ok('admin', 'registry.move', { household: 'h1', area: FAR_GRID });
    expect(await load('worker')).not.toContain('h1');
    expect(await counts()).toEqual([23, 0, 1, 23, 24]);
  });

  test('repeated with answers lost it ends whole, once', async () => {
    await world.token('secretary');
    const id = world.newId();
    const input = { household: 'h1', area: OTHER_GRID, worker: 'colleague' };
    const faults = (method: 'POST' | 'DELETE', body?: object) =>
      fetch(`${world.cloud.url}/_local/faults`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    await faults('POST', { service: 'database', kind: 'drop', rate: 0.3 });
    for (let tries = 0; tries < 40; tries += 1) {
      const answer = await world.call('secretary', 'registry.move', input, id).catch(() => null);
      if (answer?.ok) break;
    }
    await faults('DELETE');
    await world.ok('secretary', 'registry.move', input, id);
    expect(await counts()).toEqual([23, 1, 0, 24, 24]);
    expect([await load('worker'), await load('colleague')].map(({ length }) => length)).toEqual([11, 13]);
    expect(await household()).toMatchObject({ rev: 1 });
  });

  test('an old command said again does not undo a later hand-over', async () => {
    const id = world.newId();
    const input = { household: 'h1', area: OTHER_GRID, worker: 'colleague' };
    await world.ok('secretary', 'registry.move', input, id);
    await world.ok('secretary', 'registry.handOver', { households: ['h1'], from: 'colleague', to: 'worker' });
    await world.ok('secretary', 'registry.move', input, id);
    expect(await load('worker')).toContain('h1');
  });

  test('into a village that is not one’s own, to where it is, or to nowhere is refused', async () => {
    const refused = (area: string, by = 'secretary') =>
      world.refused(by, 'registry.move', { household: 'h1', area });
    expect(await refused(FAR_GRID)).toMatchObject({ code: 'NOT_YOURS', path: 'area' });
    expect(await refused(FAR_GRID, 'farSecretary')).toMatchObject({ code: 'NOT_YOURS', path: 'household' });
    expect(await refused(GRID)).toMatchObject({ code: 'BAD_INPUT', path: 'area' });
    expect(await refused('150625100208999')).toMatchObject({ code: 'NOT_FOUND', path: 'area' });
    expect(await counts()).toEqual([24, 0, 0, 24, 24]);
  });
});
