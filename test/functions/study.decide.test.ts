import type { Deed } from '../../domain/deed/deed';
import type { Problem } from '../../domain/problem/problem';
import type { StudySession } from '../../domain/study/session';
import { DAY } from '../../domain/time/shanghai';
import { NOW } from './people';
import { HERE, onTownshipAgenda, onVillageAgenda, SESSION, townshipNow } from './study.stage';
import { startWorld, type World } from './world';

describe('study.decide', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const problemOf = async (id: string) =>
    (await world.documents<Problem>('problems')).find(({ _id }) => _id === id)!;
  const deeds = () => world.documents<Deed>('deeds');
  const session = async () => (await world.documents<StudySession>('sessions'))[0]!;
  const decide = (decision: object, id?: string) =>
    world.call('secretary', 'study.decide', { ...HERE, decisions: [decision] } as never, id);
  const solve = (item: string) => ({
    kind: 'solve',
    item,
    lead: { name: '谁', person: 'chief' },
    promisedAt: NOW + 20 * DAY,
    text: '村里出工，扬水站出机械',
  });

  test('solve: the problem gets a lead and a promised day, the list a deed, the reporter a word', async () => {
    const problem = await onVillageAgenda(world);
    expect(await decide(solve(problem))).toMatchObject({
      ok: true,
      data: { session: SESSION, decided: 1, open: 0 },
    });
    expect(await problemOf(problem)).toMatchObject({
      status: 'accepted',
      lead: { kind: 'person', key: 'chief', name: '王海' },
      deadline: { kind: 'promise', at: NOW + 20 * DAY },
    });
    expect(await deeds()).toMatchObject([
      {
        _id: `d-${SESSION}-${problem}`,
        list: 'organisation',
        promise: '村里出工，扬水站出机械',
        responsible: { name: '王海', person: 'chief' },
        dueAt: NOW + 20 * DAY,
        source: { kind: 'session', id: SESSION, item: problem },
        status: 'promised',
      },
    ]);
    const { notices } = await world.ok('resident', 'notice.inbox', {});
    expect(notices[0]).toMatchObject({ kind: 'planned', about: { id: problem } });
    // Studied: it is off the next agenda's computed part, and frozen on this one.
    const { agenda } = await world.ok('secretary', 'study.open', HERE);
    expect(agenda).toMatchObject([{ id: problem, decision: { kind: 'solve' } }]);
    expect(agenda[0]!.landedAt).toBeDefined();
  });

  test('escalate, explain, defer reach the problem, too', async () => {
    const [up, no, later] = [
      await onVillageAgenda(world),
      await onVillageAgenda(world),
      await onVillageAgenda(world),
    ] as [string, string, string];
    await world.ok('secretary', 'study.decide', {
      ...HERE,
      decisions: [
        { kind: 'escalate', item: up, text: '要镇里立项' },
        { kind: 'explain', item: no, text: '那段渠明年统一改造' },
        { kind: 'defer', item: later, text: '等土地确权结果' },
      ],
    });
    expect((await problemOf(up)).holder.level).toBe('township');
    expect(await problemOf(no)).toMatchObject({ status: 'finished', explained: true });
    expect(await problemOf(later)).toMatchObject({ deferred: ['village'] });
    expect(await deeds()).toEqual([]);
    const { notices } = await world.ok('resident', 'notice.inbox', {});
    expect(notices.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['moved', 'explained', 'deferred']),
    );
    // Once put off, the next decision cannot put it off again, nor can this session decide twice.
    expect(await decide({ kind: 'defer', item: later, text: '再等等' })).toMatchObject({
      ok: false,
      error: { code: 'NOT_NOW', path: 'decisions.0' },
    });
  });

  test('costs one write for the session, one per problem decided, and one to say that they arrived', async () => {
    const problems = [await onVillageAgenda(world), await onVillageAgenda(world)];
    await world.ok('secretary', 'study.add', { ...HERE, text: '别的事' });
    await world.token('secretary');
    await world.resetUsage();
    const decisions = problems.map((item) => ({ kind: 'defer' as const, item, text: '等' }));
    await world.ok('secretary', 'study.decide', { ...HERE, decisions });
    const usage = await world.usage();
    // session 1 + problems 2 + arrived 1; each problem's notice: inbox 1 + attempt 1 + cleared 1
    expect(usage.writes).toBe(1 + 2 + 1 + 2 * 3);
    // caller 1 + session 1 + agenda 1 + each problem 1 and its recipients 1
    expect(usage.reads).toBe(1 + 1 + 1 + 2 * 2);
  });

  test('sent twice it happens once; the same id for something else is refused', async () => {
    const problem = await onVillageAgenda(world);
    const id = world.newId();
    const first = await decide(solve(problem), id);
    expect(await decide(solve(problem), id)).toEqual(first);
    expect((await problemOf(problem)).timeline.filter(({ what }) => what === 'plan')).toHaveLength(1);
    expect(await deeds()).toHaveLength(1);
    expect(await decide({ ...solve(problem), text: '别的' }, id)).toMatchObject({
      error: { code: 'ID_REUSED' },
    });
  });

  test('what ended in between is told at the item and makes no deed', async () => {
    const problem = await onVillageAgenda(world);
    await world.ok('resident', 'problem.withdraw', { problem });
    expect(await decide(solve(problem))).toMatchObject({
      error: { code: 'NOT_FOUND', path: 'decisions.0.item' },
    });
    expect(await world.documents('sessions')).toEqual([]);
  });

  test('a crash between session and problems is completed by the timer, once', async () => {
    const problem = await onVillageAgenda(world);
    await world.token('secretary');
    // The session takes the decision in; then the function dies before anything else is written.
    await decide(solve(problem));
    const { store } = world.cloud;
    const change = (collection: string, id: string, data: Record<string, unknown>) =>
      store.modify(collection, { filter: { _id: id }, data, multi: false, merge: true, upsert: false });
    const after = await session();
    const before = (await problemOf(problem)).timeline.length;
    // As the crash would have left it: decided, nothing landed, the deed missing; the problem did get its command.
    await change('sessions', SESSION, {
      $set: {
        items: after.items.map(({ landedAt: _, ...item }) => item),
        decidedAt: NOW,
      },
    });
    await store.remove('deeds', {}, true);
    await world.moveClock(NOW + 2 * 60_000);
    expect(await world.runTimer('convene')).toMatchObject({ data: { landed: 1 } });
    expect((await problemOf(problem)).timeline).toHaveLength(before);
    expect(await deeds()).toHaveLength(1);
    expect((await session()).items[0]!.landedAt).toBeDefined();
    expect(await session()).not.toHaveProperty('decidedAt');
    expect(await world.runTimer('convene')).toMatchObject({ data: { landed: 0 } });
  });

  test('with every second answer of the database lost, the decision lands exactly once', async () => {
    const problem = await onVillageAgenda(world);
    await world.token('secretary');
    const faults = (method: string, body?: object) =>
      fetch(`${world.cloud.url}/_local/faults`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    const id = world.newId();
    await faults('POST', { service: 'database', kind: 'drop', rate: 0.3 });
    for (let tries = 0; tries < 40; tries += 1) {
      const answer = await decide(solve(problem), id).catch(() => null);
      if (answer?.ok) break;
    }
    await faults('DELETE');
    await world.moveClock(NOW + 5 * 60_000);
    await world.runTimer('convene');
    expect((await problemOf(problem)).timeline.filter(({ what }) => what === 'plan')).toHaveLength(1);
    expect(await deeds()).toHaveLength(1);
    expect((await session()).items).toHaveLength(1);
  });

  test('a promised day that passes brings the problem one level up, and the level above hears of the deed', async () => {
    const problem = await onVillageAgenda(world);
    await decide(solve(problem));
    await world.moveClock(NOW + 20 * DAY + 1);
    await world.runTimer('sweep');
    await world.runTimer('convene');
    expect((await problemOf(problem)).holder).toMatchObject({ level: 'township' });
    expect((await deeds())[0]!.lateAt).toBeGreaterThan(NOW + 20 * DAY);
    const { notices } = await world.ok('official', 'notice.inbox', {});
    expect(notices.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['climbed', 'deed-late']));
    // The deed's alert comes once.
    await world.runTimer('convene');
    const again = await world.ok('official', 'notice.inbox', {});
    expect(again.notices).toHaveLength(notices.length);
    // It stands on the township's agenda now.
    const study = await world.ok('official', 'study.open', townshipNow(world));
    expect(study.agenda).toMatchObject([{ id: problem }]);
  });

  test('only what waits at this level, only by who chairs, only a lead that exists', async () => {
    const above = await onTownshipAgenda(world);
    expect(await decide(solve(above))).toMatchObject({
      error: { code: 'NOT_FOUND', path: 'decisions.0.item' },
    });
    const problem = await onVillageAgenda(world);
    const input = { ...HERE, decisions: [{ kind: 'explain', item: problem, text: '不行' }] };
    for (const person of ['official', 'farSecretary'])
      expect(await world.refused(person, 'study.decide', input)).toMatchObject({ code: 'NOT_YOURS' });
    expect(await decide({ ...solve(problem), lead: { name: '谁', person: 'nobody' } })).toMatchObject({
      error: { code: 'NOT_FOUND', path: 'decisions.0.lead.person' },
    });
    expect(await decide({ ...solve(problem), promisedAt: NOW - DAY })).toMatchObject({
      error: { code: 'BAD_INPUT', path: 'decisions.0.promisedAt' },
    });
  });
});
