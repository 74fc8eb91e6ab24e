import { weekSpan } from '../../domain/time/period';
import { DAY, MINUTE } from '../../domain/time/shanghai';
import { FAR_GRID, GRID, NOW } from './people';
import { startWorld, type World } from './world';

const WEEK = 7 * DAY;
const closing = (week: string) => weekSpan(week).to + DAY + 20 * MINUTE;

describe('contact.blind', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    // A session of now holds through the weeks below.
    await world.token('worker');
    const links = (first: number, count: number) =>
      Array.from({ length: count }, (_, n) => ({ household: `h${first + n}`, from: NOW - 300 * DAY }));
    // h24 has no worker; h1 was reached in W45, h2 in W46, h3 in W48; the others never.
    world.change('people', 'colleague', { links: links(13, 11) });
    for (const [household, weeksBack] of [
      ['h1', 3],
      ['h2', 2],
      ['h3', 0],
    ] as const) {
      const at = NOW - weeksBack * WEEK;
      await world.moveClock(at);
      const entries = [{ household, channel: 'phone' as const, inPerson: false, at }];
      await world.ok('worker', 'contact.save', { entries });
    }
    await world.moveClock(closing('2026-W48'));
    await world.runTimer('close');
  });
  afterAll(() => world.stop());

  const ids = async (weeks: 0 | 2 | 4 | 8) =>
    (await world.ok('chief', 'contact.blind', { weeks })).households.map((one) => one.household);

  test('lists by weeks of silence, with head, address, phone and worker', async () => {
    const { total, households } = await world.ok('chief', 'contact.blind', { weeks: 2 });
    expect(total).toBe(23);
    expect(households.find((one) => one.household === 'h1')).toEqual({
      household: 'h1',
      head: '户主1',
      address: '一社1号',
      phone: '19900001234',
      area: { code: GRID, path: expect.stringContaining('第1网格') },
      worker: { id: 'worker', name: '刘志强', phone: '19900000001' },
      weeks: 3,
    });
    expect(households.find((one) => one.household === 'h2')).toMatchObject({ weeks: 2 });
    expect(households.find((one) => one.household === 'h5')).not.toHaveProperty('weeks');
    expect(await ids(4)).not.toContain('h1');
    expect((await world.ok('secretary', 'contact.blind', { weeks: 8 })).total).toBe(21);
  });

  test('silence is carried on from summary to summary', async () => {
    await world.moveClock(closing('2026-W49'));
    await world.runTimer('close');
    expect(await ids(4)).toContain('h1');
    expect(await ids(4)).not.toContain('h2');
    expect(await ids(2)).not.toContain('h3');
  });

  test('a household that nobody looks after is listed until somebody does', async () => {
    expect(await ids(0)).toEqual(['h24']);
    expect((await world.ok('bannerOfficial', 'contact.coverage', {})).blind.noWorker).toBe(1);
    world.change('people', 'worker', {
      links: Array.from({ length: 12 }, (_, n) => ({ household: `h${n + 1}`, from: NOW - 300 * DAY })).concat(
        {
          household: 'h24',
          from: NOW,
        },
      ),
    });
    expect(await ids(0)).toEqual([]);
    expect((await world.ok('chief', 'contact.coverage', {})).blind.noWorker).toBe(0);
  });

  test('who is reached since the books closed drops out, of the list and of the count', async () => {
    const at = world.cloud.clock.now();
    const before = (await world.ok('chief', 'contact.coverage', {})).blind;
    await world.ok('worker', 'contact.save', {
      entries: [{ household: 'h1', channel: 'phone', inPerson: false, at }],
    });
    expect(await ids(2)).not.toContain('h1');
    const after = (await world.ok('chief', 'contact.coverage', {})).blind;
    expect(after).toEqual({ ...before, weeks2: before.weeks2 - 1, weeks4: before.weeks4 - 1 });
  });

  test('goes on after the last one shown', async () => {
    const { households } = await world.ok('chief', 'contact.blind', { weeks: 2, after: 'h3' });
    expect(households.map((one) => one.household)).toEqual(['h4', 'h5', 'h6', 'h7', 'h8', 'h9']);
  });

  test('nobody looks into another area', async () => {
    expect(await world.ok('farChief', 'contact.blind', {})).toMatchObject({ total: 0, households: [] });
    expect(await world.refused('chief', 'contact.blind', { area: FAR_GRID })).toMatchObject({
      code: 'NOT_YOURS',
      path: 'area',
    });
    expect(await world.refused('chief', 'contact.blind', { weeks: 3 })).toMatchObject({ path: 'weeks' });
  });
});
