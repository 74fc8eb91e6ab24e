import { DAY, HOUR } from '../../domain/time/shanghai';
import { NOW } from './people';
import { reported } from './problem.stage';
import { startWorld, type World } from './world';

describe('audit.health', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const health = () => world.ok('admin', 'audit.health', {});
  const beat = async () => {
    for (const timer of ['sweep', 'dispatch', 'convene', 'content', 'registry', 'close', 'settle', 'audit'])
      await world.runTimer(timer);
  };

  test('a timer that has never run is silent, and silence is an alarm', async () => {
    const { well, timers } = await health();
    expect(well).toBe(false);
    expect(timers.map(({ name, silent }) => [name, silent])).toEqual([
      ['audit', true],
      ['close', false],
      ['content', true],
      ['convene', true],
      ['dispatch', true],
      ['evaluation', false],
      ['registry', true],
      ['remind', false],
      ['roll', false],
      ['settle', false],
      ['shop', false],
      ['sweep', true],
    ]);
  });

  test('all is well after each has run, until one falls silent', async () => {
    await beat();
    expect(await health()).toMatchObject({ well: true, wrong: [] });
    await world.moveClock(NOW + 2 * HOUR);
    for (const timer of ['convene', 'content', 'registry', 'audit', 'dispatch']) await world.runTimer(timer);
    const { well, timers } = await health();
    expect(well).toBe(false);
    expect(timers.filter(({ silent }) => silent).map(({ name }) => name)).toEqual(['sweep']);
  });

  test('what the auditor found is told in words', async () => {
    await reported(world);
    await world.moveClock(NOW + 2 * DAY);
    for (const timer of ['convene', 'close', 'settle', 'audit']) await world.runTimer(timer);
    expect((await health()).wrong).toMatchObject([
      { what: 'overdue', count: 1, words: { zh: expect.any(String) } },
    ]);
  });

  test('costs one read besides the session', async () => {
    await world.token('official');
    await world.resetUsage();
    await world.ok('official', 'audit.health', {});
    expect(await world.usage()).toMatchObject({ calls: 1, reads: 2, writes: 0 });
  });

  test('no client can pass for the timer', async () => {
    const forged = { Type: 'Timer', TriggerName: 'heartbeat' };
    expect(await world.cloud.invoke('audit', forged, { openid: 'openid-admin' })).toMatchObject({
      ok: false,
    });
    expect(await world.documents('heartbeats')).toEqual([]);
  });
});
