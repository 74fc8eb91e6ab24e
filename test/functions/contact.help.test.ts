import { weekSpan } from '../../domain/time/period';
import { DAY, HOUR } from '../../domain/time/shanghai';
import { FAR_GRID, GRID, NOW, OTHER_GRID } from './people';
import { startWorld, type World } from './world';

describe('contact.help', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    const entries = Array.from({ length: 5 }, (_, n) => ({
      household: `h${n + 1}`,
      channel: 'phone' as const,
      inPerson: false,
      at: NOW,
    }));
    await world.ok('worker', 'contact.save', { entries });
    await world.moveClock(weekSpan('2026-W48').to + 9 * HOUR);
  });
  afterAll(() => world.stop());

  test('tells who may need a hand after last week, and why', async () => {
    expect(await world.ok('chief', 'contact.help', {})).toMatchObject({
      week: '2026-W48',
      workers: [
        {
          worker: { id: 'worker', name: '刘志强' },
          due: 12,
          reached: 5,
          reasons: ['many-left', 'no-meetings'],
        },
        {
          worker: { id: 'colleague', name: '乌云', phone: '19900000001' },
          due: 12,
          reached: 0,
          reasons: ['nothing-recorded'],
        },
      ],
    });
  });

  test('a secretary sees the village, or one grid of it', async () => {
    expect((await world.ok('secretary', 'contact.help', {})).workers).toHaveLength(2);
    expect((await world.ok('secretary', 'contact.help', { area: OTHER_GRID })).workers).toEqual([]);
    expect((await world.ok('farSecretary', 'contact.help', {})).workers).toEqual([]);
  });

  test('who was on leave is left out', async () => {
    world.change('people', 'colleague', { leaves: [{ from: NOW, to: NOW + 30 * DAY }] });
    const { workers } = await world.ok('chief', 'contact.help', { area: GRID });
    expect(workers.map(({ worker }) => worker.id)).toEqual(['worker']);
  });

  test('another area is refused', async () => {
    expect(await world.refused('chief', 'contact.help', { area: FAR_GRID })).toMatchObject({
      code: 'NOT_YOURS',
      path: 'area',
    });
  });
});
