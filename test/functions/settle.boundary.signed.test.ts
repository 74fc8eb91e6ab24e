import { closesAt } from '../../domain/points/calendar';
import { atShanghai as at, DAY, HOUR } from '../../domain/time/shanghai';
import { EVE, NEW, overNewYear, SPARE, WORKER } from './newyear.stage';
import { timeToSpeak } from './points.stage';
import { saved, shelved } from './shop.stage';

describe('points over New Year: what people do', () => {
  const stage = overNewYear();
  const { settle, settleAt, bookOf } = stage;

  describe('what people sign', () => {
    const merit = { account: WORKER, rule: 'merit', amount: 5, text: '雪夜送人就医' };
    const agree = (ask: string, year: string) =>
      stage.world.ok('secretary', 'points.approve', { account: WORKER, year, ask });

    test('after the closing goes to the year it names, as an entry of December; what was closed with stays', async () => {
      await settleAt(closesAt('2026'));
      await stage.world.moveClock(at('2027-01-20 10:00'));
      const { ask } = await stage.world.ok('chief', 'points.award', { ...merit, year: '2026' });
      const { cause } = await agree(ask, '2026');
      const book = await bookOf('worker.worker_2026');
      expect(book).toMatchObject({ total: 5, closed: { total: 0 } });
      expect(book?.entries[cause]).toMatchObject({ month: '2026-12' });
      expect(await bookOf('worker.worker_2027')).toBeUndefined();

      const now = await stage.world.ok('chief', 'points.award', merit);
      await agree(now.ask, '2027');
      expect(await bookOf('worker.worker_2027')).toMatchObject({ total: 5 });
      // The cap of a year is that year's own: 5 + 10 of 20 in the old one, and 5 are left.
      for (const [amount, total] of [
        [10, 15],
        [10, 20],
      ] as const) {
        const more = await stage.world.ok('chief', 'points.award', { ...merit, amount, year: '2026' });
        await agree(more.ask, '2026');
        expect((await bookOf('worker.worker_2026'))?.total).toBe(total);
      }
      const back = { account: WORKER, year: '2026', cause, text: '记重了', heard: '他说是' };
      const taken = await stage.world.ok('chief', 'points.reverse', back);
      await timeToSpeak(stage.world);
      const undone = await agree(taken.ask, '2026');
      const after = await bookOf('worker.worker_2026');
      expect(after?.entries[undone.cause]).toMatchObject({ month: '2026-12', amount: -5, reverses: cause });
      expect(after).toMatchObject({ total: 15, closed: { total: 0 } });
      expect((await bookOf('worker.worker_2027'))?.total).toBe(5);
    });

    test('written before midnight and agreed to after it is the old year’s', async () => {
      await stage.world.moveClock(EVE);
      const { ask } = await stage.world.ok('chief', 'points.award', merit);
      await stage.world.moveClock(NEW);
      const { cause } = await agree(ask, '2026');
      expect((await bookOf('worker.worker_2026'))?.entries[cause]).toMatchObject({
        month: '2026-12',
        bookedAt: expect.any(Number),
      });
    });

    test('the year before the last one takes nothing any more', async () => {
      await stage.world.moveClock(EVE);
      await stage.world.ok('chief', 'points.award', { ...merit, year: '2025' });
      await stage.world.moveClock(NEW);
      for (const year of ['2025', '2028'])
        expect(await stage.world.refused('chief', 'points.award', { ...merit, year })).toMatchObject({
          code: 'BAD_INPUT',
          path: 'year',
        });
    });

    test('the phone that repeats it after midnight asks once, and in the old year', async () => {
      await stage.world.moveClock(EVE);
      const id = stage.world.newId();
      const first = await stage.world.ok('chief', 'points.award', merit, id);
      await stage.world.moveClock(NEW);
      expect(await stage.world.ok('chief', 'points.award', merit, id)).toEqual(first);
      expect((await bookOf('worker.worker_2026'))?.asks).toHaveLength(1);
      expect(await bookOf('worker.worker_2027')).toBeUndefined();
      expect(await stage.world.refused('chief', 'points.award', { ...merit, amount: 6 }, id)).toMatchObject({
        code: 'ID_REUSED',
      });
    });
  });

  describe('a household’s order of 31 December', () => {
    let good: string;
    beforeEach(async () => {
      await saved(stage.world, 50, 'h1');
      good = await shelved(stage.world, { cost: 20, add: 5 });
    });
    const totals = async () => [
      (await bookOf('household.h1_2026'))?.total,
      (await bookOf('household.h1_2027'))?.total,
    ];

    test('is paid from the old book; repeated after midnight it is the same order; the new book has nothing yet', async () => {
      await stage.world.moveClock(EVE);
      const id = stage.world.newId();
      const first = await stage.world.ok('resident', 'shop.order', { good }, id);
      expect(first.until).toBe(at('2027-01-31'));
      await stage.world.moveClock(NEW);
      expect(await stage.world.ok('resident', 'shop.order', { good }, id)).toEqual(first);
      expect(await stage.world.refused('resident', 'shop.order', { good })).toMatchObject({
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
      await stage.world.moveClock(EVE);
      const { order } = await stage.world.ok('resident', 'shop.order', { good });
      await settleAt(when);
      await stage.world.ok('resident', 'shop.cancel', { order });
      expect(await totals()).toEqual(then);
      await settleAt(Math.max(when, closesAt('2026')) + DAY);
      expect(await totals()).toEqual([0, 50]);
      expect(await stage.world.refused('resident', 'shop.cancel', { order })).toMatchObject({
        code: 'NOT_NOW',
      });
    });

    test('not fetched, it lapses with 30 January, into the new book, also where nobody has closed the old one', async () => {
      await stage.world.moveClock(EVE);
      await stage.world.ok('resident', 'shop.order', { good });
      await stage.world.moveClock(at('2027-01-31') - SPARE);
      await stage.world.runTimer('shop');
      expect(await totals()).toEqual([30, undefined]);
      await stage.world.moveClock(at('2027-01-31'));
      await stage.world.runTimer('shop');
      expect(await totals()).toEqual([50, undefined]);
      await settle();
      expect(await totals()).toEqual([0, 50]);
    });
  });
});
