import { DAY } from '../../domain/time/shanghai';
import { NOW } from './people';
import { startWorld, type World } from './world';

const WEEK = 7 * DAY;

describe('contact.reviews', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    // Four weeks in which a third of the colleague's households are out of reach, and one of the worker's.
    for (let back = 4; back >= 0; back -= 1) {
      const at = NOW - back * WEEK;
      await world.moveClock(at);
      const miss = (n: number) => ({
        household: `h${n}`,
        at,
        reason: 'no-answer' as const,
        note: `第${back}周`,
      });
      await world.ok('colleague', 'contact.save', { entries: [], misses: [13, 14, 15, 16].map(miss) });
      await world.ok('worker', 'contact.save', { entries: [], misses: [miss(1)] });
    }
  });
  afterAll(() => world.stop());

  test('shows what waits in the caller’s area, oldest first, for four weeks', async () => {
    const { waiting } = await world.ok('chief', 'contact.reviews', {});
    expect(waiting).toHaveLength(4 * 5);
    expect(waiting[0]).toMatchObject({ week: '2026-W45', reason: 'no-answer', note: '第3周' });
    expect(waiting.at(-1)).toMatchObject({
      week: '2026-W48',
      worker: { name: expect.any(String) },
      household: { head: expect.stringMatching(/^户主/), phone: '19900001234' },
    });
  });

  test('shows who says it often: a quarter of what is owed in eight weeks, four times at least', async () => {
    const { often } = await world.ok('secretary', 'contact.reviews', {});
    expect(often).toEqual([{ worker: { id: 'colleague', name: '乌云' }, misses: 20, due: 60 }]);
  });

  test('what was looked at, or contacted, waits no more', async () => {
    await world.ok('chief', 'contact.review', {
      worker: 'colleague',
      week: '2026-W48',
      household: 'h13',
      verdict: 'try-again',
    });
    const entries = [{ household: 'h14', channel: 'phone' as const, inPerson: false, at: NOW }];
    await world.ok('colleague', 'contact.save', { entries });
    const { waiting } = await world.ok('chief', 'contact.reviews', {});
    const now = waiting.filter(({ week }) => week === '2026-W48').map(({ household }) => household.id);
    expect(now.sort()).toEqual(['h1', 'h15', 'h16']);
  });

  test('nobody sees another area’s', async () => {
    expect(await world.ok('farChief', 'contact.reviews', {})).toMatchObject({ waiting: [], often: [] });
  });
});
