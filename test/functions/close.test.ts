import type { Summary } from '../../domain/contact/summary';
import { weekSpan } from '../../domain/time/period';
import { DAY, MINUTE } from '../../domain/time/shanghai';
import { GRID, NOW } from './people';
import { startWorld, type World } from './world';

const TUESDAY = weekSpan('2026-W48').to + DAY + 20 * MINUTE;

describe('close', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    const entries = [
      { household: 'h1', channel: 'home' as const, inPerson: true, at: NOW },
      { household: 'h2', channel: 'phone' as const, inPerson: false, at: NOW },
    ];
    await world.ok('worker', 'contact.save', { entries });
    await world.moveClock(TUESDAY);
  });
  afterEach(() => world.stop());

  const summaries = async () =>
    (await world.documents<Summary>('summaries')).sort((a, b) => (a._id < b._id ? -1 : 1));

  test('one summary for each grid, with who was not reached and since when', async () => {
    expect(await world.runTimer('close')).toEqual({ ok: true, data: { closed: 3, failed: 0, left: 0 } });
    const [first, second] = await summaries();
    expect(first).toMatchObject({
      _id: `${GRID}_2026-W48`,
      due: 24,
      reached: 2,
      met: 1,
      excused: 0,
      noWorker: [],
    });
    expect(first!.silent).toHaveLength(22);
    expect(first!.silent[0]).toMatchObject({ since: '2026-W41', never: true });
    expect(second).toMatchObject({ due: 0, reached: 0 });
  });

  test('costs two reads, and for each village a few: its grids, their summaries and households, workers, sheets', async () => {
    await world.resetUsage();
    await world.runTimer('close');
    // Two grids, workers and sheets in the one village; one grid and nobody in the other.
    const [people, nobody] = [1 + 1 + 2 + 1 + 1, 1 + 1 + 1];
    expect((await world.usage()).reads).toBe(2 + people + nobody);
  });

  test('again it costs one read, writes nothing but its heartbeat and changes nothing', async () => {
    await world.runTimer('close');
    const before = await summaries();
    await world.resetUsage();
    await world.runTimer('close');
    expect(await world.usage()).toMatchObject({ reads: 1, writes: 1 });
    expect(await summaries()).toEqual(before);
  });

  test('two at once, and one that died on the way, leave one summary for each grid', async () => {
    await Promise.all([world.runTimer('close'), world.runTimer('close')]);
    const before = await summaries();
    expect(before).toHaveLength(3);
    // As if the first had been killed before it wrote the last summary and its mark.
    world.cloud.store.remove('summaries', { _id: before[2]!._id }, false);
    world.cloud.store.remove('rounds', { _id: 'close.2026-W48' }, false);
    expect(await world.runTimer('close')).toMatchObject({ data: { closed: 1 } });
    expect((await summaries()).map(({ _id }) => _id)).toEqual(before.map(({ _id }) => _id));
  });

  test('a fault in the middle holds up nobody, and the next firing completes', async () => {
    await fetch(`${world.cloud.url}/_local/faults`, {
      method: 'POST',
      body: JSON.stringify({ service: 'database', kind: 'fail', rate: 0.3 }),
    });
    await world.runTimer('close').catch(() => null);
    await fetch(`${world.cloud.url}/_local/faults`, { method: 'DELETE' });
    await world.runTimer('close');
    expect(await summaries()).toHaveLength(3);
    expect(await world.runTimer('close')).toMatchObject({ data: { closed: 0, failed: 0, left: 0 } });
  });

  test('the auditor counts grids without a summary once the night is over', async () => {
    await world.moveClock(TUESDAY + 3 * 60 * MINUTE);
    expect(await world.runTimer('audit')).toMatchObject({ data: { unclosed: 3 } });
    await world.runTimer('close');
    expect(await world.runTimer('audit')).toMatchObject({ data: { unclosed: 0 } });
  });
});
