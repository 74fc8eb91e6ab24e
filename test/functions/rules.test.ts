import { sha256 } from '../../cloudfunctions/kit/sha256';
import type { ContactSheet } from '../../domain/contact/sheet';
import type { Notice } from '../../domain/notice/notice';
import type { Person } from '../../domain/person/person';
import type { PointsBook } from '../../domain/points/book';
import { settlesAt } from '../../domain/points/calendar';
import { replay } from '../../domain/points/replay';
import { isOpen, type Problem } from '../../domain/problem/problem';
import { DAY, HOUR } from '../../domain/time/shanghai';
import { NOW, VILLAGE } from './people';
import { accepted, finished, reported } from './problem.stage';
import { startWorld, type World } from './world';

/** Design §5, rule by rule. Days pass with every timer firing in order: slow on a busy machine, whatever the figure. */
jest.setTimeout(240_000);

describe('what must always hold', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld({ timers: true });
  });
  afterEach(() => world.stop());

  const problems = () => world.documents<Problem>('problems');
  const faults = (method: 'POST' | 'DELETE', body?: object) =>
    fetch(`${world.cloud.url}/_local/faults`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });

  test('rule 1: an acknowledged command is never lost, and never applied twice, with half the answers dropped', async () => {
    await world.token('worker');
    await faults('POST', { service: 'database', kind: 'drop', rate: 0.3 });
    const commands = Array.from({ length: 12 }, (_, n) => ({ id: world.newId(), household: `h${n + 1}` }));
    for (const { id, household } of commands) {
      const entries = [{ household, channel: 'phone' as const, inPerson: false, at: NOW }];
      for (let tries = 0; tries < 40; tries += 1) {
        const answer = await world.call('worker', 'contact.save', { entries }, id).catch(() => null);
        if (answer?.ok) break;
      }
    }
    await faults('DELETE');
    const [sheet] = await world.documents<ContactSheet>('sheets');
    expect(sheet!.reached).toBe(12);
    expect(sheet!.applied.map((one) => one.id).sort()).toEqual(commands.map((one) => one.id).sort());
    expect(sheet!.rev).toBe(12);
  });

  test('rule 2: an open problem always has a holder, a next deadline and a next step; left alone it climbs by itself', async () => {
    const ids = [await reported(world), await accepted(world), await finished(world)];
    await world.moveClock(NOW + 6 * DAY);
    const stored = await problems();
    expect(stored.map((problem) => problem._id).sort()).toEqual([...ids].sort());
    for (const problem of stored.filter(isOpen)) {
      expect(problem.holder.key).toBeTruthy();
      expect(problem.nextAt).toBeGreaterThan(world.cloud.clock.now());
    }
    const climbs = stored
      .find((problem) => problem._id === ids[0])!
      .timeline.filter((entry) => entry.what === 'climb');
    expect(climbs).toHaveLength(1);
    expect(climbs[0]!.at - NOW).toBeLessThan(25 * HOUR);
  });

  test('rule 3: the auditor writes a heartbeat', async () => {
    await world.moveClock(NOW + HOUR);
    const beats = await world.documents<{ _id: string; at: number }>('heartbeats');
    const heartbeat = beats.find(({ _id }) => _id === 'audit');
    expect(world.cloud.clock.now() - heartbeat!.at).toBeLessThanOrEqual(31 * 60_000);
  });

  test('rule 4: the reporter hears of every change of state, and “no answer” is not satisfaction', async () => {
    const id = await finished(world);
    await world.moveClock(NOW + 8 * DAY);
    const heard = (await world.documents<Notice>('notices')).filter((notice) => notice.to === 'resident');
    expect(heard.map((notice) => notice.kind)).toEqual(['accepted', 'finished', 'closed']);
    expect((await problems()).find((problem) => problem._id === id)).toMatchObject({
      status: 'closed',
      outcome: 'no-answer',
    });
  });

  test('rule 5: nobody reads outside their posts, whatever filter the client sends', async () => {
    const problem = await reported(world);
    for (const person of ['farChief', 'farSecretary', 'neighbour', 'colleague', 'handler']) {
      expect(await world.refused(person, 'problem.view', { problem })).toMatchObject({ code: 'NOT_FOUND' });
      const list = await world.call(person, 'problem.list', { scope: 'area' });
      if (list.ok) expect(list.data.problems).toEqual([]);
    }
  });

  test('rule 6: points come from the records, are appended once, and the same records give the same list and hash', async () => {
    const quiet = await startWorld();
    try {
      const [first, ...others] = await listsOf(quiet);
      expect(first).toMatch(/^[0-9a-f]{64}$/);
      expect(others).toEqual([first, first, first]);
    } finally {
      await quiet.stop();
    }
  });

  test('rule 7: who is calling never comes from the input', async () => {
    const event = {
      action: 'open',
      input: {},
      userInfo: { openId: 'openid-admin' },
      WX_OPENID: 'openid-admin',
    };
    expect(await world.cloud.invoke('home', event, { openid: 'openid-worker' })).toMatchObject({
      data: { me: { id: 'worker' } },
    });
  });

  test('rule 8: time comes from one clock', async () => {
    await world.moveClock(NOW + 3 * DAY);
    const { asOf } = await world.ok('worker', 'home.open', {});
    expect(Math.abs(asOf - world.cloud.clock.now())).toBeLessThan(5_000);
  });
});

/** A month settled at once, by two timers together, with faults and lost answers, and after the night was forgotten: its hashes. */
async function listsOf(world: World): Promise<string[]> {
  for (const [person, count] of [
    ['worker', 12],
    ['colleague', 10],
  ] as const) {
    const households = (await world.documents<Person>('people')).find(({ _id }) => _id === person)!.links!;
    const entries = households.slice(0, count).map(({ household }) => ({
      household,
      channel: 'home' as const,
      inPerson: true,
      at: NOW,
    }));
    await world.ok(person, 'contact.save', { entries });
  }
  await world.moveClock(settlesAt('2026-11') + HOUR);
  const settle = () => world.runTimer('settle').catch(() => null);
  const forget = (...names: string[]) => {
    for (const name of names) world.cloud.store.remove(name, {}, true);
  };
  const hash = async () => {
    const books = await world.documents<PointsBook>('books');
    for (const { entries, total } of books)
      expect(Object.values(entries).reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
    const workers = books.filter(({ kind }) => kind === 'worker');
    expect(workers.map(({ total }) => total).sort()).toEqual([3, 6]);
    return sha256(replay({ village: VILLAGE, year: '2026', kind: 'worker', versions: [] }, workers).text);
  };
  await settle();
  const hashes = [await hash()];
  forget('books', 'settlings');
  await Promise.all([settle(), settle()]);
  hashes.push(await hash());
  forget('books', 'settlings');
  for (const kind of ['fail', 'drop']) {
    const body = JSON.stringify({ service: 'database', kind, rate: 0.2 });
    await fetch(`${world.cloud.url}/_local/faults`, { method: 'POST', body });
    await settle();
    await settle();
    await fetch(`${world.cloud.url}/_local/faults`, { method: 'DELETE' });
  }
  await settle();
  hashes.push(await hash());
  forget('rounds');
  await settle();
  return [...hashes, await hash()];
}
