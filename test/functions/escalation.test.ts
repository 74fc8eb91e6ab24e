import type { Notice } from '../../domain/notice/notice';
import type { Problem } from '../../domain/problem/problem';
import { DAY, HOUR } from '../../domain/time/shanghai';
import { NOW } from './people';
import { accepted, finished, reported } from './problem.stage';
import { startWorld, type World } from './world';

/** The mistakes that other systems made with escalation, one test each. */
describe('escalation does not repeat the mistakes of others', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const stored = async (id: string) =>
    (await world.documents<Problem>('problems')).find((one) => one._id === id)!;
  const sweep = () => world.runTimer('sweep') as Promise<{ data: { moved: number; failed: number } }>;
  const heard = async (to: string) =>
    (await world.documents<Notice>('notices')).filter((one) => one.to === to).map(({ kind }) => kind);
  const faults = (body?: object) =>
    fetch(
      `${world.cloud.url}/_local/faults`,
      body ? { method: 'POST', body: JSON.stringify(body) } : { method: 'DELETE' },
    );
  const vacate = (person: string) =>
    world.cloud.store.modify('people', {
      filter: { _id: person },
      data: { $set: { desks: [], posts: [] } },
      multi: false,
      merge: true,
      upsert: false,
    });

  test('1 · reading the newest hundred rows starves the oldest: here the oldest goes first, past any number of newer ones', async () => {
    const oldest = await reported(world);
    const old = await stored(oldest);
    const newer = Array.from({ length: 120 }, (_, n) => ({
      ...old,
      _id: `p-newer-${n}`,
      nextAt: old.nextAt! + n + 1,
      outbox: [],
    }));
    await world.cloud.store.bulkInsert('problems', newer);
    await world.moveClock(NOW + 25 * HOUR);
    for (let moved = 1; moved > 0; ) ({ moved } = (await sweep()).data);
    const all = await world.documents<Problem>('problems');
    expect(all.every(({ timeline }) => timeline.at(-1)!.what === 'climb')).toBe(true);
    const [first] = all
      .flatMap(({ _id, applied }) =>
        applied.filter(({ id }) => id.startsWith('due:')).map(({ at }) => ({ _id, at })),
      )
      .sort((a, b) => a.at - b.at);
    expect(first!._id).toBe(oldest);
  });

  test('2 · unassigned cases are skipped: here one that nobody took up, or whose desk is vacant, climbs like any other', async () => {
    const unassigned = await reported(world);
    await vacate('chief');
    await vacate('secretary');
    await world.moveClock(NOW + 25 * HOUR);
    await sweep();
    expect((await stored(unassigned)).holder).toMatchObject({ level: 'township', name: '陈永' });
  });

  test('3 · any edit restarts the clock: here comments, progress, helpers and a lead move no deadline', async () => {
    const problem = await accepted(world);
    const { deadline } = await stored(problem);
    await world.moveClock(NOW + 2 * DAY);
    await world.ok('resident', 'problem.comment', { problem, text: '怎么样了' });
    await world.ok('chief', 'problem.progress', { problem, text: '在办' });
    await world.ok('chief', 'problem.whistle', { problem, parties: [{ person: 'colleague' }] });
    await world.ok('chief', 'problem.assign', { problem, party: { person: 'worker' } });
    expect((await stored(problem)).deadline).toEqual(deadline);
  });

  test('4 · state and level move in two writes and a crash between them escalates twice: here it is one write, whatever answer is lost', async () => {
    const ids = [];
    for (let n = 0; n < 5; n += 1) ids.push(await reported(world));
    await world.moveClock(NOW + 25 * HOUR);
    await faults({ service: 'database', kind: 'drop', rate: 0.3 });
    for (let run = 0; run < 6; run += 1) await sweep().catch(() => null);
    await faults();
    await world.moveClock(NOW + 26 * HOUR);
    await sweep();
    await world.runTimer('dispatch');
    for (const id of ids) {
      const { timeline, holder } = await stored(id);
      expect(timeline.filter(({ what }) => what === 'climb')).toHaveLength(1);
      expect(holder.level).toBe('village');
    }
    expect((await heard('secretary')).filter((kind) => kind === 'climbed')).toHaveLength(5);
  });

  test('5 · an escalation chain lost across a restart goes unnoticed for hours: here nothing is in memory, and silence is an alarm', async () => {
    await reported(world);
    for (const timer of ['sweep', 'close', 'convene', 'settle']) await world.runTimer(timer);
    // The sweep dies. Half an hour later the next look at its health says so, and the auditor counts what is late.
    await world.moveClock(NOW + 13 * HOUR);
    await world.runTimer('audit');
    const { well, timers, wrong } = await world.ok('admin', 'audit.health', {});
    expect(well).toBe(false);
    expect(timers.find(({ name }) => name === 'sweep')).toMatchObject({ silent: true });
    expect(wrong).toMatchObject([{ what: 'overdue', count: 1 }]);
    // Started again it goes on where it was, from the documents alone.
    expect(await sweep()).toMatchObject({ data: { moved: 1 } });
  });

  test('6 · people are still messaged after acknowledging: here who accepted, finished or let go is not warned any more', async () => {
    const done = await finished(world);
    const up = await accepted(world);
    await world.ok('chief', 'problem.escalate', { problem: up, text: '要村里定' });
    const before = (await heard('chief')).length;
    await world.moveClock(NOW + 6 * DAY);
    await sweep();
    expect((await stored(done)).status).toBe('finished');
    expect((await heard('chief')).length).toBe(before);
  });

  test('7 · reminders at midnight: here the inbox has it at once, the phone rings in the morning, and only if it was not read', async () => {
    await world.moveClock(NOW + 13 * HOUR); // 23:00
    await reported(world);
    const [night] = await world.documents<Notice>('notices');
    expect(night).toMatchObject({ to: 'chief', kind: 'new', attempts: [] });
    await world.runTimer('dispatch');
    expect((await world.documents<Notice>('notices'))[0]!.attempts).toEqual([]);
    await world.moveClock(NOW + 23 * HOUR); // 09:00: still true after quiet hours, so it is sent then
    expect(await world.runTimer('dispatch')).toMatchObject({ data: { pushed: 1 } });
    expect(await world.runTimer('dispatch')).toMatchObject({ data: { pushed: 0 } });
    expect((await world.documents<Notice>('notices'))[0]!.attempts).toHaveLength(1);
  });

  test('8 · paused time is lost when the deadline changes: here an extension granted after a suspension keeps it', async () => {
    const problem = await accepted(world);
    const { deadline } = await stored(problem);
    await world.ok('chief', 'problem.suspend', { problem, text: '等地化冻', until: NOW + 5 * DAY });
    await world.moveClock(NOW + 5 * DAY + HOUR);
    await sweep();
    const paused = (await stored(problem)).deadline!;
    expect(paused.at - deadline!.at).toBeGreaterThan(4.9 * DAY);
    await world.ok('chief', 'problem.extend', { problem, text: '材料没到', until: paused.at + 3 * DAY });
    await world.ok('secretary', 'problem.grant', { problem });
    const after = (await stored(problem)).deadline!;
    expect([after.at, after.pauses]).toEqual([paused.at + 3 * DAY, paused.pauses]);
  });
});
