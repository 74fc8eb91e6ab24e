import { deskKey, type Person } from '../../domain/person/person';
import { accountOf } from '../../domain/points/account';
import type { PointsBook } from '../../domain/points/book';
import { newBook } from '../../domain/points/book';
import { closesAt, monthAfter, settlesAt, spanOfMonth } from '../../domain/points/calendar';
import type { Settling } from '../../domain/points/due';
import { HOUR } from '../../domain/time/shanghai';
import { FAR_GRID, GRID, NOW, VILLAGE } from './people';
import { startWorld, type World } from './world';

const DUE = settlesAt('2026-11') + HOUR;
const CLOSING = closesAt('2026') + HOUR;

describe('settle', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await aWeekOfService(world);
    await world.moveClock(DUE);
  });
  afterEach(() => world.stop());

  const settle = () => world.runTimer('settle') as Promise<{ ok: boolean; data: Record<string, number> }>;
  const books = async () =>
    (await world.documents<PointsBook>('books')).sort((a, b) => (a._id < b._id ? -1 : 1));
  const bookOf = async (id: string) => (await books()).find(({ _id }) => _id === id)!;
  const faults = (method: string, body?: object) =>
    fetch(`${world.cloud.url}/_local/faults`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });

  test('a month becomes entries, each with what it is for; their sum is the total', async () => {
    expect(await settle()).toMatchObject({ ok: true, data: { settled: 6, failed: 0, left: 0 } });
    const { entries, total, settled } = await bookOf('worker.worker_2026');
    expect(settled).toBe('2026-11');
    expect(Object.values(entries).map(({ rule, amount }) => [rule, amount])).toEqual([
      ['coverage', 2],
      ['meetings', 4],
      ['found', 1],
      ['solved', 2],
      ['on-time', 1],
      ['rated', 2],
      ['activity', 2],
    ]);
    expect(total).toBe(14);
    expect(entries['coverage-2026-W48']).toMatchObject({
      version: 'default.1',
      month: '2026-11',
      measure: { n: 12, of: 12 },
      evidence: { kind: 'sheet', id: 'worker_2026-W48' },
    });
    // Whoever did nothing has a book that says nothing; areas have theirs.
    expect(await bookOf('worker.colleague_2026')).toMatchObject({ total: 0, entries: {} });
    expect(await bookOf(`organisation.${VILLAGE}_2026`)).toMatchObject({
      kind: 'organisation',
      name: '胜利村委会',
    });
  });

  test('a sheet that was written before there was a gist counts as any other', async () => {
    const removed = world.cloud.store.modifyAndReturn('sheets', {}, { $unset: { gist: '' } });
    expect(removed.updated).toBe(1);
    await settle();
    expect(await bookOf('worker.worker_2026')).toMatchObject({ total: 14 });
  });

  test('again it writes nothing but its heartbeat', async () => {
    await settle();
    const before = await books();
    await world.resetUsage();
    expect(await settle()).toMatchObject({ data: { settled: 0 } });
    expect(await world.usage()).toMatchObject({ reads: 1, writes: 1 });
    expect(await books()).toEqual(before);
  });

  test('two at once, and one that was killed anywhere, book once', async () => {
    await Promise.all([settle(), settle()]);
    const before = await books();
    // As if it had been killed after half of its books, before it marked how far it had come.
    for (const { _id } of before.slice(0, 3)) world.cloud.store.remove('books', { _id }, false);
    world.cloud.store.remove('settlings', {}, true);
    await settle();
    expect(plain(await books())).toEqual(plain(before));
  });

  test('faults hold up nobody for good, and lost answers book nothing twice', async () => {
    for (const kind of ['fail', 'drop']) {
      await faults('POST', { service: 'database', kind, rate: 0.2 });
      for (let firing = 0; firing < 3; firing += 1) await settle().catch(() => null);
      await faults('DELETE');
    }
    await settle();
    expect(await settle()).toMatchObject({ data: { settled: 0, failed: 0, left: 0 } });
    expect(await bookOf('worker.worker_2026')).toMatchObject({ total: 14 });
    expect(await books()).toHaveLength(6);
  });

  test('an award in between is kept, and the next month is added to it', async () => {
    const account = accountOf('worker', 'worker');
    const owner = { account, area: VILLAGE, areaPath: '', grid: GRID, name: '刘志强' };
    const merit = { ...AWARD, cause: 'ask-1', amount: 5 };
    const begun = { ...newBook({ ...owner, year: '2026' }), entries: { 'ask-1': merit }, total: 5 };
    world.cloud.store.insert('books', [JSON.parse(JSON.stringify(begun))]);
    await settle();
    expect(await bookOf('worker.worker_2026')).toMatchObject({ total: 19, settled: '2026-11' });
    await world.moveClock(settlesAt('2026-12') + HOUR);
    await settle();
    expect(await bookOf('worker.worker_2026')).toMatchObject({ total: 19, settled: '2026-12' });
  });

  test('whoever writes down an award while the month is being settled loses neither', async () => {
    await faults('POST', { service: 'database', kind: 'delay', ms: 15 });
    const running = settle();
    const award = { account: accountOf('worker', 'worker'), rule: 'merit', amount: 5, text: '雪夜送人就医' };
    await world.ok('secretary', 'points.award', award);
    await running;
    await faults('DELETE');
    expect(await bookOf('worker.worker_2026')).toMatchObject({ settled: '2026-11', asks: [{ amount: 5 }] });
  });

  test('months that are due at once come out as one after the other, caps and hand-written entries too', async () => {
    await plantDeeds(world, [4, 3, 2]);
    const merit = { ...AWARD, cause: 'ask-1', amount: 5 };
    const owner = { area: VILLAGE, areaPath: '', grid: GRID, name: '刘志强', year: '2026' };
    const begun = newBook({ ...owner, account: accountOf('worker', 'worker') });
    const start = () => {
      for (const name of ['books', 'settlings']) world.cloud.store.remove(name, {}, true);
      const book = { ...begun, entries: { 'ask-1': merit }, total: 5 };
      world.cloud.store.insert('books', [JSON.parse(JSON.stringify(book))]);
    };
    start();
    await settle();
    const places = (await world.documents<Settling>('settlings')).map(({ _id, since }) => ({ _id, since }));
    await world.moveClock(settlesAt('2026-12') + HOUR);
    await settle();
    await world.moveClock(CLOSING);
    await settle();
    await world.moveClock(settlesAt('2027-01') + HOUR);
    await settle();
    const oneByOne = plain(await books());
    start();
    world.cloud.store.insert('settlings', places);
    expect(await settle()).toMatchObject({ data: { closed: 6, failed: 0, left: 0 } });
    const atOnce = await books();
    expect(plain(atOnce)).toEqual(oneByOne);
    expect(atOnce.map(({ year }) => year).sort()).toEqual([
      ...Array(6).fill('2026'),
      ...Array(6).fill('2027'),
    ]);
    // Four deeds and one more fill the year's cap of 15; the new year has its own.
    const { entries, total } = await bookOf('worker.worker_2026');
    const deeds = Object.values(entries).filter(({ rule }) => rule === 'deed');
    expect(deeds.map(({ amount }) => amount)).toEqual([3, 3, 3, 3, 3, 0, 0]);
    expect(total).toBe(14 + 5 + 15);
    expect(await bookOf('worker.worker_2027')).toMatchObject({ total: 6, settled: '2027-01' });
  });

  test('a place that fails holds up no other one, and catches up when it is mended', async () => {
    const [colleague] = (await world.documents<Person>('people')).filter(({ _id }) => _id === 'colleague');
    const far = [{ role: 'worker', area: FAR_GRID, areaPath: '' }];
    world.change('people', 'farChief', { posts: far, desks: [deskKey('worker', FAR_GRID)], links: 5 });
    expect(await settle()).toMatchObject({ data: { failed: 1, left: 0 } });
    await world.moveClock(settlesAt('2026-12') + HOUR);
    expect(await settle()).toMatchObject({ data: { failed: 1, left: 0 } });
    expect((await bookOf('worker.worker_2026')).settled).toBe('2026-12');
    world.change('people', 'farChief', { links: colleague!.links });
    expect(await settle()).toMatchObject({ data: { failed: 0, left: 0 } });
    expect((await bookOf('worker.farChief_2026')).settled).toBe('2026-12');
  });

  test('the year closes on 15 January: books shut, a household’s balance moves on whole', async () => {
    await settle();
    const account = accountOf('household', 'h1');
    const family = newBook({ account, year: '2026', area: VILLAGE, areaPath: '', grid: GRID, name: '户主1' });
    const entry = { ...AWARD, cause: 'ask-2', rule: 'volunteer', amount: 8 };
    const given = { ...family, entries: { 'ask-2': entry }, total: 8 };
    world.cloud.store.insert('books', [JSON.parse(JSON.stringify(given))]);
    await world.moveClock(CLOSING);
    expect(await settle()).toMatchObject({ data: { settled: 6, closed: 7, failed: 0, left: 0 } });
    expect(await bookOf('worker.worker_2026')).toMatchObject({ closed: { total: 14 }, total: 14 });
    expect(await bookOf('household.h1_2026')).toMatchObject({ closed: { total: 0 }, total: 0 });
    expect(await bookOf('household.h1_2027')).toMatchObject({ total: 8, year: '2027' });
    expect((await bookOf('household.h1_2027')).entries['carry-from-2026-0']).toMatchObject({
      amount: 8,
      evidence: { kind: 'book', id: 'household.h1_2026' },
    });
  });

  test('a closing that broke off between the two books is completed, and a late correction follows', async () => {
    await settle();
    const account = accountOf('household', 'h1');
    const family = newBook({ account, year: '2026', area: VILLAGE, areaPath: '', grid: GRID, name: '户主1' });
    const entry = { ...AWARD, cause: 'ask-2', rule: 'volunteer', amount: 8 };
    world.cloud.store.insert('books', [
      JSON.parse(JSON.stringify({ ...family, entries: { 'ask-2': entry }, total: 8 })),
    ]);
    await world.moveClock(CLOSING);
    await settle();
    // The old book as it was before its own write landed; the new one has the balance already.
    world.change('books', 'household.h1_2026', { closed: null, entries: { 'ask-2': entry }, total: 8 });
    world.cloud.store.modifyAndReturn('books', { _id: 'household.h1_2026' }, { $unset: { closed: '' } });
    world.change('settlings', VILLAGE, { year: '2025' });
    await settle();
    expect(await bookOf('household.h1_2026')).toMatchObject({ total: 0, closed: { total: 0 } });
    expect(await bookOf('household.h1_2027')).toMatchObject({ total: 8 });
    const late = { ...entry, cause: 'ask-3', amount: 2 };
    const { entries } = await bookOf('household.h1_2026');
    world.change('books', 'household.h1_2026', { entries: { ...entries, 'ask-3': late }, total: 2 });
    await world.moveClock(settlesAt('2027-01') + HOUR);
    await settle();
    expect(await bookOf('household.h1_2026')).toMatchObject({ total: 0 });
    expect(await bookOf('household.h1_2027')).toMatchObject({ total: 10 });
  });

  test('what was found late for a year further back comes on through every year since', async () => {
    const account = accountOf('household', 'h1');
    const family = newBook({ account, year: '2024', area: VILLAGE, areaPath: '', grid: GRID, name: '户主1' });
    const entry = { ...AWARD, cause: 'ask-4', rule: 'volunteer', amount: 3 };
    const shut = { ...family, entries: { 'ask-4': entry }, total: 3, closed: { at: NOW, total: 0 } };
    world.cloud.store.insert('books', [JSON.parse(JSON.stringify(shut))]);
    await settle();
    expect(await bookOf('household.h1_2024')).toMatchObject({ total: 0 });
    expect(await bookOf('household.h1_2025')).toMatchObject({ total: 0, closed: { total: 0 } });
    expect(await bookOf('household.h1_2026')).toMatchObject({ total: 3 });
    expect(await bookOf('household.h1_2026')).not.toHaveProperty('closed');
  });

  test('the auditor counts a month that was not settled, and a year that was not closed', async () => {
    await world.moveClock(settlesAt('2026-11') + 73 * HOUR);
    expect(await world.runTimer('audit')).toMatchObject({ data: { unsettled: 1, unshut: 0 } });
    await settle();
    expect(await world.runTimer('audit')).toMatchObject({ data: { unsettled: 0, unshut: 0 } });
    await world.moveClock(CLOSING + 73 * HOUR);
    expect(await world.runTimer('audit')).toMatchObject({ data: { unsettled: 1, unshut: 1 } });
    await settle();
    expect(await world.runTimer('audit')).toMatchObject({ data: { unsettled: 0, unshut: 0 } });
  });
});

const AWARD = {
  rule: 'merit',
  version: 'default.1',
  month: '2026-11',
  at: NOW,
  bookedAt: NOW,
  evidence: { kind: 'ask' as const, id: 'a1' },
};

/** All twelve households met, two activities; a matter brought up, done in the grid in time, and praised. */
async function aWeekOfService(world: World): Promise<void> {
  const entries = Array.from({ length: 12 }, (_, n) => ({
    household: `h${n + 1}`,
    channel: 'home' as const,
    inPerson: true,
    at: NOW,
    ...(n < 2 ? { activities: { policy: 1 } } : {}),
  }));
  await world.ok('worker', 'contact.save', { entries });
  const { problem } = await world.ok('worker', 'problem.report', {
    category: 'road',
    text: '渠边的路又陡又窄',
    household: 'h1',
    consented: true,
  });
  await world.ok('chief', 'problem.assign', { problem, party: { person: 'worker' } });
  await world.ok('worker', 'problem.finish', { problem, text: '路面铺了砂石' });
  await world.ok('resident', 'problem.confirm', { problem, stars: 5 });
}

/** Done by the worker: so many in November, in December, in January. */
async function plantDeeds(world: World, counts: readonly number[]): Promise<void> {
  const deeds = counts.flatMap((count, n) => {
    const { to } = spanOfMonth(monthAfter('2026-11', n));
    return Array.from({ length: count }, (_, nth) => ({
      _id: `deed-${n}-${nth}`,
      list: 'member',
      area: VILLAGE,
      owner: { person: 'secretary' },
      responsible: { person: 'worker' },
      source: { kind: 'problem' },
      timeline: [],
      status: 'done',
      endedAt: to - (count - nth) * HOUR,
      dueAt: to,
    }));
  });
  await world.cloud.store.bulkInsert('deeds', deeds);
}

/** Without what tells when it was written. */
function plain(books: readonly PointsBook[]) {
  return books.map(({ rev: _, entries, closed, ...book }) => ({
    ...book,
    entries: Object.values(entries).map(({ bookedAt: _at, ...entry }) => entry),
    ...(closed ? { closed: closed.total } : {}),
  }));
}
