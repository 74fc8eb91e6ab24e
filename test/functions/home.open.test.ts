import { DAY } from '../../domain/time/shanghai';
import { GRID, NOW } from './people';
import { startWorld, type World } from './world';

describe('home.open', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await world.ok('worker', 'contact.save', {
      entries: [{ household: 'h3', channel: 'home', inPerson: true, at: NOW }],
    });
    await world.ok('resident', 'problem.report', { category: 'road', text: '渠边的路又陡又窄' });
  });
  afterAll(() => world.stop());

  test('a worker sees the own households, who is still to be contacted first', async () => {
    const home = await world.ok('worker', 'home.open', {});
    if (home.as !== 'worker') throw new Error(home.as);
    expect(home.week).toBe('2026-W48');
    expect(home.counts).toEqual({ week: '2026-W48', due: 12, reached: 1, met: 1 });
    expect(home.households).toHaveLength(12);
    expect(home.households.at(-1)).toMatchObject({
      id: 'h3',
      standing: { state: 'met', metThisMonth: true },
    });
  });

  test('a resident sees the own problems and the own grid worker', async () => {
    const home = await world.ok('resident', 'home.open', {});
    expect(home).toMatchObject({
      as: 'resident',
      worker: { name: '刘志强', phone: '19900000001' },
      problems: [{ status: 'reported', holder: { role: 'chief', name: '王海', areaName: '第1网格' } }],
    });
  });

  test('a chief sees what waits on the desk, unread notices, and the grid’s coverage', async () => {
    const home = await world.ok('chief', 'home.open', {});
    expect(home).toMatchObject({
      as: 'chief',
      unread: 1,
      notices: [{ kind: 'new', title: { zh: '新的道路问题' } }],
      desk: [{ category: 'road', deadline: { kind: 'accept', at: expect.any(Number) } }],
      coverage: [{ area: { code: GRID }, due: 24, reached: 1, met: 1 }],
    });
  });

  test('a secretary and an official see the coverage of the areas below them', async () => {
    const secretary = await world.ok('secretary', 'home.open', {});
    const official = await world.ok('official', 'home.open', {});
    if (!('coverage' in secretary) || !('coverage' in official)) throw new Error('no coverage');
    expect(secretary.coverage.map((row) => [row.area.name, row.due, row.reached])).toEqual([
      ['第1网格', 24, 1],
      ['第2网格', 0, 0],
    ]);
    expect(official.coverage.map((row) => [row.area.name, row.due, row.met])).toEqual([
      ['胜利村委会', 24, 1],
      ['广丰村委会', 0, 0],
    ]);
  });

  test('costs one call and at most four reads, for every role', async () => {
    for (const person of [
      'worker',
      'resident',
      'chief',
      'secretary',
      'official',
      'bannerOfficial',
      'supervisor',
    ]) {
      await world.token(person);
      await world.resetUsage();
      await world.ok(person, 'home.open', {});
      const usage = await world.usage();
      expect([person, usage.calls, usage.writes]).toEqual([person, 1, 0]);
      expect(usage.reads).toBeLessThanOrEqual(4);
    }
  });

  test('a role that one does not have is not opened', async () => {
    expect(await world.refused('worker', 'home.open', { as: 'chief' })).toMatchObject({
      code: 'NOT_YOURS',
      path: 'as',
    });
  });

  test('a new week starts with everybody due again', async () => {
    await world.moveClock(NOW + 7 * DAY);
    const home = await world.ok('worker', 'home.open', {});
    expect(home).toMatchObject({ week: '2026-W49', counts: { due: 12, reached: 0, met: 0 } });
  });
});
