import type { Heartbeat } from '../../domain/health/health';
import { DAY, HOUR } from '../../domain/time/shanghai';
import { NOW } from './people';
import { reported } from './problem.stage';
import { startWorld, type World } from './world';

describe('audit', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('says that it looked, and counts what should not exist', async () => {
    await world.runTimer('convene');
    expect(await world.runTimer('audit')).toEqual({
      ok: true,
      data: {
        overdue: 0,
        undelivered: 0,
        unheld: 0,
        unlanded: 0,
        unopened: 0,
        unlapsed: 0,
        appeals: 0,
        unshut: 0,
        unrolled: 0,
        unevaluated: 0,
        lost: 0,
        // Nothing was summed up or settled in this young world.
        unclosed: 3,
        unsettled: 1,
      },
    });
    await reported(world);
    await world.moveClock(NOW + 26 * HOUR);
    expect(await world.runTimer('audit')).toMatchObject({ data: { overdue: 1 } });
    await world.runTimer('sweep');
    await world.moveClock(NOW + 26 * HOUR + DAY / 24);
    expect(await world.runTimer('audit')).toMatchObject({ data: { overdue: 0 } });
    const beats = await world.documents<Heartbeat>('heartbeats');
    expect(beats.find(({ _id }) => _id === 'audit')).toMatchObject({ counts: { overdue: 0 } });
    expect(beats.find(({ _id }) => _id === 'sweep')).toMatchObject({ counts: { moved: 1, failed: 0 } });
  });
});
