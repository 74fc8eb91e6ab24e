import type { Notice } from '../../domain/notice/notice';
import type { Problem } from '../../domain/problem/problem';
import { MINUTE } from '../../domain/time/shanghai';
import { NOW } from './people';
import { reported } from './problem.stage';
import { startWorld, type World } from './world';

describe('dispatch', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const faults = (method: 'POST' | 'DELETE', body?: object) =>
    fetch(`${world.cloud.url}/_local/faults`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });

  /** As after a crash between the command and its notices. */
  async function owedAgain(id: string, keepInbox: boolean): Promise<void> {
    const [problem] = await world.documents<Problem>('problems');
    const owed = {
      key: `${id}.1.new`,
      kind: 'new',
      to: { post: { role: 'chief', area: problem!.area } },
      about: { kind: 'problem', id },
      urgent: false,
      at: problem!.createdAt,
      facts: { category: 'road', area: problem!.area, areaPath: problem!.areaPath, summary: '路' },
    };
    if (!keepInbox) await world.cloud.store.remove('notices', {}, true);
    await world.cloud.store.modify('problems', {
      filter: { _id: id },
      data: { $set: { outbox: [owed], owedAt: problem!.createdAt } },
      multi: false,
      merge: true,
      upsert: false,
    });
  }

  test('delivers what a crash left behind', async () => {
    const id = await reported(world);
    await owedAgain(id, false);
    await world.moveClock(NOW + 10 * MINUTE);
    expect(await world.runTimer('dispatch')).toMatchObject({ data: { delivered: 1 } });
    expect(await world.documents<Notice>('notices')).toMatchObject([{ to: 'chief', kind: 'new' }]);
    expect(await world.documents<Problem>('problems')).toMatchObject([{ outbox: [] }]);
  });

  test('tells nobody twice what was delivered before the crash', async () => {
    const id = await reported(world);
    await owedAgain(id, true);
    await world.moveClock(NOW + 10 * MINUTE);
    expect(await world.runTimer('dispatch')).toMatchObject({ data: { delivered: 0 } });
    expect(await world.documents<Notice>('notices')).toHaveLength(1);
    expect(await world.documents<Problem>('problems')).toMatchObject([{ outbox: [] }]);
  });

  test('WeChat out of reach: the command stands, the inbox has it, the attempt is kept as failed', async () => {
    await faults('POST', { service: 'wechat', kind: 'fail', rate: 1 });
    await reported(world);
    await faults('DELETE');
    expect((await world.documents<Notice>('notices'))[0]?.attempts).toMatchObject([
      { outcome: expect.stringMatching(/failed|refused/) },
    ]);
  });

  test('commands that race with the clearing never leave a notice owed and forgotten', async () => {
    const id = await reported(world);
    const speakers = ['resident', 'chief', 'worker'];
    for (let round = 0; round < 8; round += 1) {
      await Promise.all(
        speakers.map((person) =>
          world.call(person, 'problem.comment', { problem: id, text: `第${round}句` }),
        ),
      );
      for (const problem of await world.documents<Problem>('problems')) {
        expect(problem.outbox.length > 0 && problem.owedAt === undefined).toBe(false);
      }
    }
    await world.moveClock(NOW + 10 * MINUTE);
    await world.runTimer('dispatch');
    const [problem] = await world.documents<Problem>('problems');
    expect(problem).toMatchObject({ outbox: [] });
    // Both sides hear what the worker says; of their own words the other one.
    const said = problem!.timeline
      .filter((entry) => entry.what === 'comment')
      .reduce((sum, { by }) => sum + (by?.role === 'worker' ? 2 : 1), 0);
    const told = (await world.documents<Notice>('notices')).filter(
      (notice) => notice.kind === 'commented',
    ).length;
    expect(told).toBe(said);
  });

  test('an alert for an empty desk goes to the desk above it', async () => {
    await world.cloud.store.modify('people', {
      filter: { _id: 'chief' },
      data: { $set: { desks: [], posts: [] } },
      multi: false,
      merge: true,
      upsert: false,
    });
    const answer = await world.ok('resident', 'problem.report', {
      category: 'road',
      text: '没有网格长的网格',
    });
    expect(answer.holder).toMatchObject({ role: 'secretary', name: '张建国' });
    expect(await world.documents<Notice>('notices')).toMatchObject([{ to: 'secretary' }]);
  });
});
