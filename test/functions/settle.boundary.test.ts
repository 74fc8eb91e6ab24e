import { booksClose } from '../../domain/contact/sheet';
import { deskKey } from '../../domain/person/person';
import { accountOf } from '../../domain/points/account';
import type { PointsBook } from '../../domain/points/book';
import { closesAt, settlesAt } from '../../domain/points/calendar';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import type { Settling } from '../../domain/points/due';
import { spanOf } from '../../domain/study/period';
import { GRACE } from '../../domain/study/session';
import { atShanghai as at, DAY, HOUR, MINUTE, type Millis } from '../../domain/time/shanghai';
import { BANNER, GRID, VILLAGE } from './people';
import { also, bare, draftedAt, timeToSpeak } from './points.stage';
import { saved, shelved } from './shop.stage';
import { startWorld, type World } from './world';

/** The first instant of the new year, and the last of the old one, as a phone may say it. */
const NEW = at('2027-01-01');
const LAST = NEW - 1;
/** The cloud's clock runs on: it stands here when it is still the old year, and as long before other instants. */
const SPARE = 4 * MINUTE;
const EVE = NEW - SPARE;
const WORKER = accountOf('worker', 'worker');

/** Points have begun in November; what happens within a millisecond of New Year belongs to one year, and to one only. */
describe('points over New Year', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.moveClock(settlesAt('2026-11') + HOUR);
    await settle();
  });
  afterEach(() => world.stop());

  const settle = async () =>
    ((await world.runTimer('settle')) as { data: Record<'settled' | 'closed' | 'failed' | 'left', number> })
      .data;
  const settleAt = async (when: Millis) => {
    await world.moveClock(when);
    return settle();
  };
  const books = async () =>
    (await world.documents<PointsBook>('books')).sort((a, b) => (a._id < b._id ? -1 : 1));
  const bookOf = async (id: string) => (await books()).find(({ _id }) => _id === id);
  /** What a book gives for what. */
  const given = async (id: string) =>
    Object.fromEntries(
      Object.values((await bookOf(id))?.entries ?? {}).map(({ cause, amount }) => [cause, amount]),
    );

  const met = (first: number, last: number, when: Millis) =>
    Array.from({ length: last - first + 1 }, (_, n) => ({
      household: `h${first + n}`,
      channel: 'home' as const,
      inPerson: true,
      at: when,
    }));
  const meet = (first: number, last: number, when: Millis, by = 'worker') =>
    world.ok(by, 'contact.save', { entries: met(first, last, when) });
  /** The worker brings something up, and the chief takes it. @returns the matter */
  async function found(): Promise<string> {
    const said = { category: 'road', text: '渠边的路又陡又窄', household: 'h1', consented: true } as const;
    const { problem } = await world.ok('worker', 'problem.report', said);
    await world.ok('chief', 'problem.accept', { problem });
    return problem;
  }
  /** Done by the worker, and the resident says so. @returns the matter */
  async function closed(): Promise<string> {
    const { problem } = await world.ok('resident', 'problem.report', { category: 'road', text: '桥面塌了' });
    await world.ok('chief', 'problem.assign', { problem, party: { person: 'worker' } });
    await world.ok('worker', 'problem.finish', { problem, text: '修好了' });
    await world.ok('resident', 'problem.confirm', { problem });
    return problem;
  }

  test('the week belongs to the year of its Thursday, a meeting and a matter to the year of their instant', async () => {
    await world.moveClock(EVE);
    await meet(1, 10, LAST);
    const december = await found();
    await world.moveClock(NEW);
    const january = await found();
    // Eight of them again in the same week, and in the new month.
    await world.moveClock(NEW + 10 * HOUR);
    await meet(3, 12, NEW + 10 * HOUR);

    expect(await settleAt(settlesAt('2026-12') - SPARE)).toMatchObject({ settled: 0, closed: 0 });
    expect(await settleAt(settlesAt('2026-12'))).toMatchObject({ failed: 0, left: 0 });
    const old = { 'coverage-2026-W53': 2, 'meetings-2026-12': 2, [`found-${december}`]: 1 };
    expect(await given('worker.worker_2026')).toEqual(old);
    expect(await bookOf('worker.worker_2026')).toMatchObject({ settled: '2026-12', total: 5 });
    expect(await bookOf('worker.worker_2027')).toBeUndefined();

    expect(await settleAt(closesAt('2026') - SPARE)).toMatchObject({ settled: 0, closed: 0 });
    expect(await bookOf('worker.worker_2026')).not.toHaveProperty('closed');
    await settleAt(closesAt('2026'));
    const shut = await bookOf('worker.worker_2026');
    expect(shut).toMatchObject({ closed: { total: 5 } });

    await settleAt(settlesAt('2027-01'));
    expect(await given('worker.worker_2027')).toEqual({ 'meetings-2027-01': 2, [`found-${january}`]: 1 });
    expect(await bookOf('worker.worker_2026')).toEqual(shut);
  });

  test('a version enabled on the last evening holds from midnight on, and not before', async () => {
    const { rules, scheme } = DEFAULT_RULES;
    const dear = rules.map((rule) => (rule.id === 'found' ? { ...rule, amount: 3 } : rule));
    for (const version of ['2027.1', '2027.2'])
      await world.ok('admin', 'points.draft', { version, rules: dear, scheme });
    const january = async (version: string) => ({
      version,
      draftedAt: await draftedAt(world, version),
      from: '2027-01',
    });
    await world.moveClock(EVE);
    await world.ok('bannerOfficial', 'points.enable', await january('2027.1'));
    const december = await found();
    await world.moveClock(NEW);
    expect(await world.refused('bannerOfficial', 'points.enable', await january('2027.2'))).toMatchObject({
      code: 'BAD_INPUT',
      path: 'from',
    });
    const after = await found();
    await settleAt(settlesAt('2027-01'));
    const [old, fresh] = [await bookOf('worker.worker_2026'), await bookOf('worker.worker_2027')];
    expect(old?.entries[`found-${december}`]).toMatchObject({ amount: 1, version: 'default.1' });
    expect(fresh?.entries[`found-${after}`]).toMatchObject({ amount: 3, version: '2027.1' });
  });

  test('written down without network in December, sent in January: taken until the week’s books close', async () => {
    const wednesday = at('2026-12-30 12:00');
    const closing = booksClose('2026-W53');
    expect(closing).toBe(at('2027-01-05'));
    await world.moveClock(closing - SPARE);
    await meet(1, 12, wednesday);
    await world.moveClock(closing);
    const late = { code: 'PERIOD_CLOSED', path: 'week' };
    expect(
      await world.refused('colleague', 'contact.save', { entries: met(13, 24, wednesday) }),
    ).toMatchObject(late);
    const sunday = at('2026-12-27 12:00');
    expect(await world.refused('worker', 'contact.save', { entries: met(1, 1, sunday) })).toMatchObject(late);
    await settleAt(settlesAt('2026-12'));
    expect(await given('worker.worker_2026')).toEqual({ 'coverage-2026-W53': 2, 'meetings-2026-12': 4 });
    expect(await given('worker.colleague_2026')).toEqual({});
  });

  test('closed on 31 December and rated in January: solved last year, rated this year, each once', async () => {
    await world.moveClock(EVE);
    const problem = await closed();
    await world.moveClock(at('2027-01-05 09:00'));
    // Before December is settled: it is not December's all the same.
    await world.ok('resident', 'problem.rate', { problem, stars: 5 });
    await settleAt(settlesAt('2026-12'));
    expect(await given('worker.worker_2026')).toEqual({
      [`solved-${problem}`]: 2,
      [`on-time-${problem}`]: 1,
    });
    await settleAt(settlesAt('2027-01'));
    expect(await given('worker.worker_2027')).toEqual({ [`rated-${problem}`]: 2 });
    expect((await bookOf('worker.worker_2026'))?.total).toBe(3);
  });

  test('the session of December’s second half, written down in January, is December’s', async () => {
    const half = { area: VILLAGE, period: '2026-12B' };
    const attendance = [{ person: 'secretary', name: '张建国' }];
    const said = { attendance, minutes: '研究了渠边道路', carry: [] };
    const over = spanOf('village', half.period).to + GRACE;
    await world.moveClock(over - SPARE);
    const held = { ...half, ...said, heldAt: LAST };
    expect(await world.refused('secretary', 'study.hold', { ...held, heldAt: NEW })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'heldAt',
    });
    await world.ok('secretary', 'study.hold', held);
    await world.ok('bannerOfficial', 'study.hold', { ...held, area: BANNER, period: '2026-Q4' });
    await world.moveClock(over);
    expect(
      await world.refused('farSecretary', 'study.hold', { ...held, area: '150625100211' }),
    ).toMatchObject({ code: 'NOT_NOW', path: 'period' });
    await settleAt(settlesAt('2027-01'));
    expect(await given(`organisation.${VILLAGE}_2026`)).toEqual({ 'session-2026-12B': 2 });
    expect(await given(`organisation.${BANNER}_2026`)).toEqual({ 'session-2026-Q4': 2 });
    expect(await given('organisation.150625100211_2026')).toEqual({});
    expect(await given(`organisation.${VILLAGE}_2027`)).toEqual({});
  });

  describe('what people sign', () => {
    const merit = { account: WORKER, rule: 'merit', amount: 5, text: '雪夜送人就医' };
    const agree = (ask: string, year: string) =>
      world.ok('secretary', 'points.approve', { account: WORKER, year, ask });

    test('after the closing goes to the year it names, as an entry of December; what was closed with stays', async () => {
      await settleAt(closesAt('2026'));
      await world.moveClock(at('2027-01-20 10:00'));
      const { ask } = await world.ok('chief', 'points.award', { ...merit, year: '2026' });
      const { cause } = await agree(ask, '2026');
      const book = await bookOf('worker.worker_2026');
      expect(book).toMatchObject({ total: 5, closed: { total: 0 } });
      expect(book?.entries[cause]).toMatchObject({ month: '2026-12' });
      expect(await bookOf('worker.worker_2027')).toBeUndefined();

      const now = await world.ok('chief', 'points.award', merit);
      await agree(now.ask, '2027');
      expect(await bookOf('worker.worker_2027')).toMatchObject({ total: 5 });
      // The cap of a year is that year's own: 5 + 10 of 20 in the old one, and 5 are left.
      for (const [amount, total] of [
        [10, 15],
        [10, 20],
      ] as const) {
        const more = await world.ok('chief', 'points.award', { ...merit, amount, year: '2026' });
        await agree(more.ask, '2026');
        expect((await bookOf('worker.worker_2026'))?.total).toBe(total);
      }
      const back = { account: WORKER, year: '2026', cause, text: '记重了', heard: '他说是' };
      const taken = await world.ok('chief', 'points.reverse', back);
      await timeToSpeak(world);
      const undone = await agree(taken.ask, '2026');
      const after = await bookOf('worker.worker_2026');
      expect(after?.entries[undone.cause]).toMatchObject({ month: '2026-12', amount: -5, reverses: cause });
      expect(after).toMatchObject({ total: 15, closed: { total: 0 } });
      expect((await bookOf('worker.worker_2027'))?.total).toBe(5);
    });

    test('written before midnight and agreed to after it is the old year’s', async () => {
      await world.moveClock(EVE);
      const { ask } = await world.ok('chief', 'points.award', merit);
      await world.moveClock(NEW);
      const { cause } = await agree(ask, '2026');
      expect((await bookOf('worker.worker_2026'))?.entries[cause]).toMatchObject({
        month: '2026-12',
        bookedAt: expect.any(Number),
      });
    });

    test('the year before the last one takes nothing any more', async () => {
      await world.moveClock(EVE);
      await world.ok('chief', 'points.award', { ...merit, year: '2025' });
      await world.moveClock(NEW);
      for (const year of ['2025', '2028'])
        expect(await world.refused('chief', 'points.award', { ...merit, year })).toMatchObject({
          code: 'BAD_INPUT',
          path: 'year',
        });
    });

    test('the phone that repeats it after midnight asks once, and in the old year', async () => {
      await world.moveClock(EVE);
      const id = world.newId();
      const first = await world.ok('chief', 'points.award', merit, id);
      await world.moveClock(NEW);
      expect(await world.ok('chief', 'points.award', merit, id)).toEqual(first);
      expect((await bookOf('worker.worker_2026'))?.asks).toHaveLength(1);
      expect(await bookOf('worker.worker_2027')).toBeUndefined();
      expect(await world.refused('chief', 'points.award', { ...merit, amount: 6 }, id)).toMatchObject({
        code: 'ID_REUSED',
      });
    });
  });

  describe('a household’s order of 31 December', () => {
    let good: string;
    beforeEach(async () => {
      await saved(world, 50, 'h1');
      good = await shelved(world, { cost: 20, add: 5 });
    });
    const totals = async () => [
      (await bookOf('household.h1_2026'))?.total,
      (await bookOf('household.h1_2027'))?.total,
    ];

    test('is paid from the old book; repeated after midnight it is the same order; the new book has nothing yet', async () => {
      await world.moveClock(EVE);
      const id = world.newId();
      const first = await world.ok('resident', 'shop.order', { good }, id);
      expect(first.until).toBe(at('2027-01-31'));
      await world.moveClock(NEW);
      expect(await world.ok('resident', 'shop.order', { good }, id)).toEqual(first);
      expect(await world.refused('resident', 'shop.order', { good })).toMatchObject({
        code: 'NOT_NOW',
        path: 'household',
      });
      expect(await totals()).toEqual([30, undefined]);
    });

    test.each([
      ['at midnight', NEW, [50, undefined]],
      ['in the last minutes of the open year', closesAt('2026') - SPARE, [50, undefined]],
      ['when the year is closed', closesAt('2026') + HOUR, [0, 50]],
    ])('cancelled %s, its points are there once, and in the end in the new book', async (_when, when, then) => {
      await world.moveClock(EVE);
      const { order } = await world.ok('resident', 'shop.order', { good });
      await settleAt(when);
      await world.ok('resident', 'shop.cancel', { order });
      expect(await totals()).toEqual(then);
      await settleAt(Math.max(when, closesAt('2026')) + DAY);
      expect(await totals()).toEqual([0, 50]);
      expect(await world.refused('resident', 'shop.cancel', { order })).toMatchObject({ code: 'NOT_NOW' });
    });

    test('not fetched, it lapses with 30 January, into the new book, also where nobody has closed the old one', async () => {
      await world.moveClock(EVE);
      await world.ok('resident', 'shop.order', { good });
      await world.moveClock(at('2027-01-31') - SPARE);
      await world.runTimer('shop');
      expect(await totals()).toEqual([30, undefined]);
      await world.moveClock(at('2027-01-31'));
      await world.runTimer('shop');
      expect(await totals()).toEqual([50, undefined]);
      await settle();
      expect(await totals()).toEqual([0, 50]);
    });
  });

  describe('the clock’s own failings', () => {
    /** A December with something in it for everybody: contacts, a matter, a session, a household's savings. */
    beforeEach(async () => {
      await saved(world, 50, 'h1', 'h2');
      await world.moveClock(EVE);
      await meet(1, 12, LAST);
      const problem = await closed();
      await found();
      await world.moveClock(at('2027-01-03 10:00'));
      const held = { area: VILLAGE, period: '2026-12B', heldAt: LAST, minutes: '研究了渠边道路', carry: [] };
      await world.ok('secretary', 'study.hold', { ...held, attendance: [{ name: '张建国' }] });
      await world.ok('resident', 'problem.rate', { problem, stars: 4 });
      await meet(1, 12, at('2027-01-03 10:00'));
    });

    interface Kept {
      books: PointsBook[];
      settlings: Settling[];
    }
    const kept = async (): Promise<Kept> => ({
      books: await books(),
      settlings: await world.documents<Settling>('settlings'),
    });
    async function put(state: Kept): Promise<void> {
      for (const [name, documents] of Object.entries(state)) {
        world.cloud.store.remove(name, {}, true);
        await world.cloud.store.bulkInsert(
          name,
          documents.map((one: object) => ({ ...one })),
        );
      }
    }
    const faults = (method: string, body?: object) =>
      fetch(`${world.cloud.url}/_local/faults`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });

    test('killed between December and the closing, wherever: the next firing ends where one undisturbed does', async () => {
      await settleAt(settlesAt('2026-12'));
      const before = await kept();
      await settleAt(closesAt('2026'));
      const after = await kept();
      const whole = bare(after.books);
      // A balance comes into the new book before it leaves the old one.
      const ids = after.books.map(({ _id }) => _id).sort((a, b) => (a.slice(-4) > b.slice(-4) ? -1 : 1));
      // Each book in turn is the last one that was written, and no place had said that it was through.
      for (let landed = 0; landed <= ids.length; landed += 1) {
        const written = new Set(ids.slice(0, landed));
        const half = [
          ...before.books.filter(({ _id }) => !written.has(_id)),
          ...after.books.filter(({ _id }) => written.has(_id)),
        ];
        await put({ books: half, settlings: before.settlings });
        expect(await settle()).toMatchObject({ failed: 0, left: 0 });
        expect(bare(await books())).toEqual(whole);
      }
      for (const kind of ['fail', 'drop']) {
        await put(before);
        await faults('POST', { service: 'database', kind, rate: 0.3 });
        for (let firing = 0; firing < 3; firing += 1) await settle().catch(() => null);
        await faults('DELETE');
        await settle();
        expect(bare(await books())).toEqual(whole);
      }
      expect(await settle()).toEqual({ settled: 0, closed: 0, failed: 0, left: 0 });
    });

    test('firing twice, and five times, at once upon December and the closing: everything once', async () => {
      const before = await kept();
      await settleAt(closesAt('2026') + HOUR);
      const once = bare(await books());
      for (const times of [2, 5]) {
        await put(before);
        await Promise.all(Array.from({ length: times }, settle));
        // Who lost every race says so, and is done by the next firing.
        await settle();
        expect(bare(await books())).toEqual(once);
      }
      expect((await bookOf('household.h1_2027'))?.total).toBe(50);
    });

    test('silent for three months, it books what it would have booked in its nights, under the same months', async () => {
      const before = await kept();
      for (const night of [
        settlesAt('2026-12'),
        closesAt('2026'),
        settlesAt('2027-01'),
        settlesAt('2027-02'),
      ])
        await settleAt(night + HOUR);
      const inTime = bare(await books());
      expect(inTime.find(({ _id }) => _id === 'worker.worker_2027')).toMatchObject({
        settled: '2027-02',
        total: 6,
      });
      await put(before);
      expect(await settle()).toMatchObject({ failed: 0, left: 0 });
      expect(bare(await books())).toEqual(inTime);
    });

    test('silent meanwhile, and somebody writes for last year: December is not lost by it', async () => {
      await world.moveClock(at('2027-01-04 10:00'));
      await also(world, 'worker', {
        _id: 'newcomer',
        name: '新来的',
        desks: [deskKey('worker', GRID)],
        links: Array.from({ length: 12 }, (_, n) => ({ household: `h${n + 13}`, from: at('2026-12-20') })),
      });
      await meet(13, 24, LAST, 'newcomer');
      await world.moveClock(at('2027-01-20 10:00'));
      const newcomer = accountOf('worker', 'newcomer');
      const merit = { account: newcomer, rule: 'merit', amount: 5, text: '雪夜送人就医', year: '2026' };
      const { ask } = await world.ok('chief', 'points.award', merit);
      await world.ok('secretary', 'points.approve', { account: newcomer, year: '2026', ask });
      await settleAt(settlesAt('2027-02') + HOUR);
      const book = await bookOf('worker.newcomer_2026');
      expect(book).toMatchObject({ total: 11, settled: '2026-12', closed: { total: 11 } });
      // Where the year was closed in its night, a book that is begun afterwards is closed as it begins.
      const late = { ...merit, account: accountOf('worker', 'farWorker') };
      await also(world, 'worker', { _id: 'farWorker', desks: [deskKey('worker', GRID)], links: [] });
      await world.ok('official', 'points.award', late);
      expect(await bookOf('worker.farWorker_2026')).toMatchObject({ closed: { total: 0 } });
    });
  });
});
