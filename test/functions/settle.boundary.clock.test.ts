import { deskKey } from '../../domain/person/person';
import { accountOf } from '../../domain/points/account';
import type { PointsBook } from '../../domain/points/book';
import { closesAt, settlesAt } from '../../domain/points/calendar';
import type { Settling } from '../../domain/points/due';
import { atShanghai as at, HOUR } from '../../domain/time/shanghai';
import { EVE, LAST, overNewYear } from './newyear.stage';
import { GRID, VILLAGE } from './people';
import { also, bare } from './points.stage';
import { saved } from './shop.stage';

describe('points over New Year: when the clock fails', () => {
  const stage = overNewYear();
  const { settle, settleAt, books, bookOf, meet, found, closed } = stage;

  describe('the clock’s own failings', () => {
    /** A December with something in it for everybody: contacts, a matter, a session, a household's savings. */
    beforeEach(async () => {
      await saved(stage.world, 50, 'h1', 'h2');
      await stage.world.moveClock(EVE);
      await meet(1, 12, LAST);
      const problem = await closed();
      await found();
      await stage.world.moveClock(at('2027-01-03 10:00'));
      const held = { area: VILLAGE, period: '2026-12B', heldAt: LAST, minutes: '研究了渠边道路', carry: [] };
      await stage.world.ok('secretary', 'study.hold', { ...held, attendance: [{ name: '张建国' }] });
      await stage.world.ok('resident', 'problem.rate', { problem, stars: 4 });
      await meet(1, 12, at('2027-01-03 10:00'));
    });

    interface Kept {
      books: PointsBook[];
      settlings: Settling[];
    }
    const kept = async (): Promise<Kept> => ({
      books: await books(),
      settlings: await stage.world.documents<Settling>('settlings'),
    });
    async function put(state: Kept): Promise<void> {
      for (const [name, documents] of Object.entries(state)) {
        stage.world.cloud.store.remove(name, {}, true);
        await stage.world.cloud.store.bulkInsert(
          name,
          documents.map((one: object) => ({ ...one })),
        );
      }
    }
    const faults = (method: string, body?: object) =>
      fetch(`${stage.world.cloud.url}/_local/faults`, {
        method,
        ...(body ? { body: JSON.stringify(body) } : {}),
      });

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
      await stage.world.moveClock(at('2027-01-04 10:00'));
      await also(stage.world, 'worker', {
        _id: 'newcomer',
        name: '新来的',
        desks: [deskKey('worker', GRID)],
        links: Array.from({ length: 12 }, (_, n) => ({ household: `h${n + 13}`, from: at('2026-12-20') })),
      });
      await meet(13, 24, LAST, 'newcomer');
      await stage.world.moveClock(at('2027-01-20 10:00'));
      const newcomer = accountOf('worker', 'newcomer');
      const merit = { account: newcomer, rule: 'merit', amount: 5, text: '雪夜送人就医', year: '2026' };
      const { ask } = await stage.world.ok('chief', 'points.award', merit);
      await stage.world.ok('secretary', 'points.approve', { account: newcomer, year: '2026', ask });
      await settleAt(settlesAt('2027-02') + HOUR);
      const book = await bookOf('worker.newcomer_2026');
      expect(book).toMatchObject({ total: 11, settled: '2026-12', closed: { total: 11 } });
      // Where the year was closed in its night, a book that is begun afterwards is closed as it begins.
      const late = { ...merit, account: accountOf('worker', 'farWorker') };
      await also(stage.world, 'worker', { _id: 'farWorker', desks: [deskKey('worker', GRID)], links: [] });
      await stage.world.ok('official', 'points.award', late);
      expect(await bookOf('worker.farWorker_2026')).toMatchObject({ closed: { total: 0 } });
    });
  });
});
