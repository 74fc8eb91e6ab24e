import type { Notice } from '../../domain/notice/notice';
import type { Problem } from '../../domain/problem/problem';
import { DAY, HOUR } from '../../domain/time/shanghai';
import { NOW } from './people';
import { finished, reported } from './problem.stage';
import { startWorld, type World } from './world';

describe('sweep', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const stored = async (id: string) =>
    (await world.documents<Problem>('problems')).find((one) => one._id === id)!;
  const alerts = async (to: string) =>
    (await world.documents<Notice>('notices')).filter((one) => one.to === to);

  const vacate = (person: string) =>
    world.cloud.store.modify('people', {
      filter: { _id: person },
      data: { $set: { desks: [], posts: [] } },
      multi: false,
      merge: true,
      upsert: false,
    });

  test('leaves what is not due', async () => {
    await reported(world);
    await world.moveClock(NOW + 11 * HOUR);
    expect(await world.runTimer('sweep')).toEqual({ ok: true, data: { moved: 0, failed: 0 } });
  });

  test('a problem left alone climbs once, also when four sweeps run at once', async () => {
    const id = await reported(world);
    await world.moveClock(NOW + 25 * HOUR);
    const runs = await Promise.all([1, 2, 3, 4].map(() => world.runTimer('sweep')));
    const moved = runs.map((run) => (run as { data: { moved: number } }).data.moved);
    expect(moved.reduce((sum, one) => sum + one, 0)).toBe(1);
    const problem = await stored(id);
    expect(problem.timeline.map((entry) => entry.what)).toEqual(['report', 'climb']);
    expect(problem.holder).toMatchObject({ role: 'secretary', level: 'village' });
    expect((await alerts('secretary')).map((notice) => notice.kind)).toEqual(['climbed']);
    expect((await alerts('resident')).map((notice) => notice.kind)).toEqual(['moved']);
  });

  test('climbs level by level to the top, and is then supervised every week', async () => {
    const id = await reported(world);
    const levels: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      await world.moveClock((await stored(id)).deadline!.at + 1);
      await world.runTimer('sweep');
      const { holder, timeline } = await stored(id);
      levels.push(`${timeline.at(-1)!.what} ${holder.level}`);
    }
    expect(levels).toEqual([
      'climb village',
      'climb township',
      'climb banner',
      'supervise banner',
      'supervise banner',
      'supervise banner',
    ]);
  });

  test('warns the desk at half and at four fifths of its time, once each', async () => {
    const id = await reported(world);
    for (const hours of [12, 13, 20, 21]) {
      await world.moveClock(NOW + hours * HOUR);
      await world.runTimer('sweep');
    }
    const problem = await stored(id);
    expect(problem.timeline.map((entry) => entry.what)).toEqual(['report', 'warn', 'warn']);
    expect(problem.holder.level).toBe('grid');
    expect((await alerts('chief')).map((notice) => notice.kind)).toEqual(['new', 'warned', 'warned']);
    expect((await alerts('resident')).map((notice) => notice.kind)).toEqual([]);
  });

  test('a clock that jumped a year makes one move a run, and gives the next desk its full time', async () => {
    const id = await reported(world);
    const jumped = NOW + 365 * DAY;
    await world.moveClock(jumped);
    expect(await world.runTimer('sweep')).toMatchObject({ data: { moved: 1 } });
    expect(await world.runTimer('sweep')).toMatchObject({ data: { moved: 0 } });
    const { timeline, deadline, holder } = await stored(id);
    expect(timeline.map((entry) => entry.what)).toEqual(['report', 'climb']);
    expect(holder.level).toBe('village');
    expect(deadline!.at - timeline.at(-1)!.at).toBeGreaterThanOrEqual(3 * DAY);
  });

  test('what the reporter does not answer in seven days is closed as “no answer”', async () => {
    const id = await finished(world);
    await world.moveClock(NOW + 8 * DAY);
    await world.runTimer('sweep');
    expect(await stored(id)).toMatchObject({ status: 'closed', outcome: 'no-answer' });
    expect((await alerts('resident')).at(-1)).toMatchObject({ kind: 'closed' });
  });

  test('an acceptance at the last moment wins or loses against the sweep, never both', async () => {
    const id = await reported(world);
    await world.moveClock(NOW + 25 * HOUR);
    const [answer] = await Promise.all([
      world.call('chief', 'problem.accept', { problem: id }),
      world.runTimer('sweep'),
    ]);
    const { timeline } = await stored(id);
    const moves = timeline.map((entry) => entry.what);
    expect(moves.filter((what) => what === 'climb').length).toBeLessThanOrEqual(1);
    expect(answer.ok).toBe(moves.includes('accept'));
  });

  test('no command id that a client can choose keeps a matter from climbing', async () => {
    const id = await reported(world);
    const { nextAt } = await stored(id);
    await world.ok('chief', 'problem.comment', { problem: id, text: '再等等' }, `due-${nextAt}`);
    expect(
      await world.refused('chief', 'problem.comment', { problem: id, text: '再等等' }, `due:${nextAt}`),
    ).toMatchObject({
      code: 'BAD_INPUT',
      path: 'id',
    });
    await world.moveClock(NOW + 25 * HOUR);
    expect(await world.runTimer('sweep')).toMatchObject({ data: { moved: 1, failed: 0 } });
  });

  test('passes a vacant desk: the township has it at once, by name', async () => {
    await vacate('secretary');
    const id = await reported(world);
    await world.moveClock(NOW + 25 * HOUR);
    await world.runTimer('sweep');
    expect((await stored(id)).holder).toMatchObject({ role: 'official', level: 'township', name: '陈永' });
    await world.ok('official', 'problem.accept', { problem: id });
  });

  test('takes more than a batch, oldest first, and skips what it cannot move', async () => {
    for (let n = 0; n < 120; n += 1) await reported(world);
    await world.moveClock(NOW + 26 * HOUR);
    expect(await world.runTimer('sweep')).toEqual({ ok: true, data: { moved: 120, failed: 0 } });
  });

  test('nobody but the clock may start it', async () => {
    const forged = { Type: 'Timer', TriggerName: 'due' };
    expect(await world.cloud.invoke('sweep', forged, { openid: 'openid-admin' })).toMatchObject({
      ok: false,
    });
    expect((await world.post('sweep', JSON.stringify(forged))).body).toMatchObject({ ok: false });
  });
});
