import type { Deed } from '../../domain/deed/deed';
import { atShanghai } from '../../domain/time/shanghai';
import { documentsOf, recipe } from '../demo/banner';
import { BANNER } from './people';
import { startWorld, type World } from './world';

describe('deed.totals', () => {
  let world: World;
  const deeds = [...documentsOf<Deed & Record<string, unknown>>(recipe('banner'), 'deeds')];
  beforeAll(async () => {
    world = await startWorld();
    await world.cloud.store.bulkInsert('deeds', deeds);
    await world.moveClock(atShanghai('2026-11-25 10:00'));
  });
  afterAll(() => world.stop());

  test('the banner’s demonstration: 703/380 and 3,072/1,290, as the product counts them', async () => {
    const { all, year } = await world.ok('bannerOfficial', 'deed.totals', { area: BANNER });
    expect(year).toBe('2026');
    expect(all).toEqual({
      organisation: { done: 380, total: 703 },
      member: { done: 1_290, total: 3_072 },
    });
  });

  test('the rows are a naive recount of each area', async () => {
    const { rows } = await world.ok('official', 'deed.totals', { area: '150625100' });
    for (const { area, totals } of rows) {
      const own = deeds.filter((deed) =>
        area.code === '150625100' ? deed.area === area.code : deed.area.startsWith(area.code),
      );
      for (const list of ['organisation', 'member'] as const) {
        const listed = own.filter((deed) => deed.list === list);
        expect(totals[list]).toEqual({
          total: listed.length,
          done: listed.filter(({ status }) => status === 'done').length,
        });
      }
    }
    expect(rows.length).toBeGreaterThan(1);
  });

  test('is one aggregation beside the names of the areas', async () => {
    await world.token('bannerOfficial');
    await world.resetUsage();
    await world.ok('bannerOfficial', 'deed.totals', { area: BANNER });
    expect(await world.usage()).toMatchObject({ calls: 1, reads: 4, writes: 0 });
  });

  test('tells where the reader may add', async () => {
    const lists = async (person: string) =>
      (await world.ok(person, 'deed.totals', { area: BANNER })).adds.map(({ list }) => list);
    expect(await lists('secretary')).toEqual(['organisation', 'member']);
    expect(await lists('worker')).toEqual(['member']);
    expect(await lists('resident')).toEqual([]);
  });
});
