import { accountOf } from '../../domain/points/account';
import type { EntryAsk } from '../../domain/points/ask';
import { atShanghai, HOUR } from '../../domain/time/shanghai';
import { NOW, VILLAGE } from './people';
import {
  ACCOUNT,
  also,
  approved,
  asked,
  bookOf,
  HOME,
  heard,
  joined,
  LAPSE,
  planted,
  timeToSpeak,
} from './points.stage';
import { startWorld, type World } from './world';

describe('points.approve', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('the second person agrees: one entry, both names, and the worker hears it', async () => {
    const waiting = await asked(world);
    const answer = await world.ok('secretary', 'points.approve', waiting);
    expect(answer).toMatchObject({ cause: `ask-${waiting.ask}` });
    expect(answer).not.toHaveProperty('total');
    const book = await bookOf(world);
    expect(book).toMatchObject({ total: 5, asks: [{ answer: { yes: true, by: { person: 'secretary' } } }] });
    expect(book.waiting).toBeUndefined();
    expect(book.entries[answer.cause]).toMatchObject({
      rule: 'merit',
      version: 'default.1',
      amount: 5,
      month: '2026-11',
      evidence: { kind: 'ask', id: waiting.ask },
      by: { person: 'chief' },
      approvedBy: { person: 'secretary' },
    });
    expect(await heard(world, 'worker')).toEqual(['entry-booked']);
  });

  test('answered once: the same command says the same, another person comes too late', async () => {
    const waiting = await asked(world);
    const id = world.newId();
    const first = await world.ok('secretary', 'points.approve', waiting, id);
    await approved(world);
    expect(await world.ok('secretary', 'points.approve', waiting, id)).toEqual(first);
    expect(await world.refused('official', 'points.approve', waiting)).toMatchObject({
      code: 'NOT_NOW',
      path: 'ask',
    });
    expect((await bookOf(world)).total).toBe(10);
  });

  test('not the author, not the worker, not who stepped back, not the worker’s family, not another village', async () => {
    const waiting = await asked(world);
    await also(world, 'secretary', { _id: 'kin', household: 'h9' });
    world.change('people', 'worker', { household: 'h9' });
    await world.ok('official', 'points.recuse', { ...waiting, text: '老同学' });
    for (const person of ['chief', 'kin', 'official'])
      expect(await world.refused(person, 'points.approve', waiting)).toMatchObject({
        code: 'NOT_YOURS',
        path: 'ask',
      });
    expect(await world.refused('farSecretary', 'points.approve', waiting)).toMatchObject({
      code: 'NOT_YOURS',
      path: 'account',
    });
    // A worker who is also a chief is still the worker.
    world.change('people', 'worker', { posts: [...(await postsOf('worker')), ...(await postsOf('chief'))] });
    expect(await world.refused('worker', 'points.approve', waiting)).toMatchObject({ path: 'account' });
    expect(await bookOf(world)).toMatchObject({ total: 0, entries: {} });
  });

  const postsOf = async (id: string) =>
    (await world.documents<{ _id: string; posts: object[] }>('people')).find(({ _id }) => _id === id)!.posts;

  test('the cap of the year cuts the last one and refuses the next; what was taken back does not use it up', async () => {
    const first = await approved(world, { amount: 10 });
    await approved(world, { amount: 8 });
    const cut = await approved(world, { amount: 5 });
    expect((await bookOf(world)).entries[cut]).toMatchObject({ amount: 2, uncapped: 5 });
    const full = await asked(world, { amount: 5 });
    expect(await world.refused('secretary', 'points.approve', full)).toMatchObject({
      code: 'NOT_NOW',
      path: 'amount',
    });
    const back = await world.ok('chief', 'points.reverse', {
      account: ACCOUNT,
      year: '2026',
      cause: first,
      text: '重复了',
      heard: '知道了',
    });
    await timeToSpeak(world);
    await world.ok('secretary', 'points.approve', { account: ACCOUNT, year: '2026', ask: back.ask });
    await world.ok('secretary', 'points.approve', full);
    expect((await bookOf(world)).total).toBe(15);
  });

  test('a deduction is kept with what the person said', async () => {
    const cause = await approved(world, LAPSE);
    const { entries, asks, total } = await bookOf(world);
    expect([entries[cause]?.amount, asks[0]?.heard, total]).toEqual([-5, LAPSE.heard, -5]);
  });

  test('a deduction only three working days after the person heard of it; a no at any time', async () => {
    await world.moveClock(atShanghai('2026-11-26 10:00'));
    // A Thursday: Friday, Monday, Tuesday.
    const waiting = await asked(world, LAPSE);
    const early = await world.refused('secretary', 'points.approve', waiting);
    expect(early).toMatchObject({ code: 'NOT_NOW', path: 'ask' });
    expect(early.message.zh).toContain('12月1日10:00起');
    const { asks } = await world.ok('secretary', 'points.asks', {});
    const opens = asks[0]!.opensAt!;
    await world.moveClock(opens - HOUR);
    expect(await world.refused('secretary', 'points.approve', waiting)).toMatchObject({ path: 'ask' });
    expect((await bookOf(world)).total).toBe(0);
    await world.moveClock(opens);
    await world.ok('secretary', 'points.approve', waiting);
    expect((await bookOf(world)).total).toBe(-5);
    await world.ok('secretary', 'points.decline', { ...(await asked(world, LAPSE)), text: '查了，不是' });
  });

  test('into a closed year it lands there, linked; what it was closed with stays', async () => {
    await planted(world, { year: '2025', total: 40, closed: { at: NOW - 1, total: 40 } });
    const cause = await approved(world, { year: '2025' });
    const book = await bookOf(world, ACCOUNT, '2025');
    expect(book).toMatchObject({ total: 45, closed: { total: 40 } });
    expect(book.entries[cause]).toMatchObject({ month: '2025-12' });
    expect(book.entries[cause]?.bookedAt).toBeGreaterThanOrEqual(NOW);
  });

  test('a household’s request goes the same way: not by its own people, and not once it has left', async () => {
    const ask: EntryAsk = {
      id: 'r1',
      kind: 'request',
      rule: 'volunteer',
      version: 'default.1',
      amount: 5,
      at: NOW,
      by: { person: 'resident', name: '苏雅拉' },
      text: '清渠',
      photos: [],
      recused: [],
    };
    await joined(world, { asks: [ask, { ...ask, id: 'r2' }], waiting: ['150625', '150625100', VILLAGE] });
    const waiting = { account: HOME, year: '2026', ask: 'r1' };
    await also(world, 'chief', { _id: 'kin', household: 'h1' });
    expect(await world.refused('kin', 'points.approve', waiting)).toMatchObject({ code: 'NOT_YOURS' });
    await world.ok('chief', 'points.approve', waiting);
    expect(await bookOf(world, HOME)).toMatchObject({ total: 5 });
    expect(await heard(world, 'resident')).toEqual(['entry-booked']);
    world.change('books', `${HOME}_2026`, { leftAt: NOW });
    expect(await world.refused('chief', 'points.approve', { ...waiting, ask: 'r2' })).toMatchObject({
      code: 'NOT_NOW',
      path: 'account',
    });
  });

  test('an organisation’s is agreed to one level up', async () => {
    const account = accountOf('organisation', VILLAGE);
    await planted(world, { account, grid: undefined } as never);
    const waiting = { account, year: '2026', ask: 'a1' };
    for (const person of ['secretary', 'chief'])
      expect(await world.refused(person, 'points.approve', waiting)).toMatchObject({ path: 'account' });
    expect(await world.refused('official', 'points.approve', waiting)).toMatchObject({
      code: 'NOT_FOUND',
      path: 'ask',
    });
  });
});
