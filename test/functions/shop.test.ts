import type { Notice } from '../../domain/notice/notice';
import { noticeWords } from '../../domain/notice/words';
import { DAY, HOUR } from '../../domain/time/shanghai';
import { NOW } from './people';
import { bookOf, goodOf, saved, shelved } from './shop.stage';
import { startWorld, type World } from './world';

describe('the clock of the points shop', () => {
  let world: World;
  let good: string;
  beforeEach(async () => {
    world = await startWorld();
    await saved(world, 50, 'h1', 'h3');
    good = await shelved(world, { name: '大米', cost: 20, add: 5 });
  });
  afterEach(() => world.stop());

  const lapsing = async (person: string) =>
    (await world.documents<Notice>('notices')).filter(
      ({ kind, to }) => kind === 'order-lapsing' && to === person,
    );

  test('warns five days before, once, and gives points and good back when the time is over', async () => {
    await world.ok('resident', 'shop.order', { good });
    await world.moveClock(NOW + 25 * DAY);
    expect(await world.runTimer('shop')).toMatchObject({ data: { lapsed: 0 } });
    await world.moveClock(NOW + 26 * DAY);
    expect(await world.runTimer('shop')).toMatchObject({ data: { lapsed: 1 } });
    expect(await world.runTimer('shop')).toMatchObject({ data: { lapsed: 0 } });
    const notices = await lapsing('resident');
    expect(notices).toMatchObject([{ about: { kind: 'shop', id: 'h1' } }]);
    expect(noticeWords(notices[0]!.kind, notices[0]!.facts).text.zh).toBe(
      '12月23日前请到村里取，过期积分退回',
    );
    await world.moveClock(NOW + 31 * DAY);
    expect(await world.runTimer('shop')).toMatchObject({ data: { lapsed: 1 } });
    const book = await bookOf(world, 'h1');
    expect(book).toMatchObject({ total: 50, orders: [{ state: 'expired' }], outbox: [] });
    expect(book).not.toHaveProperty('lapseAt');
    expect((await goodOf(world, good)).stock).toBe(5);
    expect(await lapsing('resident')).toHaveLength(1);
  });

  test('for a family without a phone its worker is told', async () => {
    await world.ok('worker', 'shop.order', { household: 'h3', good });
    await world.moveClock(NOW + 27 * DAY);
    await world.runTimer('shop');
    expect(await lapsing('worker')).toMatchObject([{ about: { kind: 'shop', id: 'h3' } }]);
  });

  test('two timers at once, and one that slept for weeks, give back once', async () => {
    await world.ok('resident', 'shop.order', { good });
    await world.ok('resident', 'shop.order', { good });
    await world.moveClock(NOW + 40 * DAY);
    await Promise.all([world.runTimer('shop'), world.runTimer('shop'), world.runTimer('shop')]);
    await world.moveClock(NOW + 40 * DAY + HOUR);
    await world.runTimer('shop');
    expect(await bookOf(world, 'h1')).toMatchObject({ total: 50 });
    expect((await goodOf(world, good)).stock).toBe(5);
  });

  test('the auditor counts what the clock has left undone for a day', async () => {
    await world.ok('resident', 'shop.order', { good });
    await world.moveClock(NOW + 40 * DAY);
    expect(await world.runTimer('audit')).toMatchObject({ data: { unlapsed: 1 } });
    await world.runTimer('shop');
    expect(await world.runTimer('audit')).toMatchObject({ data: { unlapsed: 0 } });
  });

  test('what was fetched is left alone', async () => {
    const { code } = await world.ok('resident', 'shop.order', { good });
    await world.ok('chief', 'shop.handOut', { code: code! });
    await world.moveClock(NOW + 40 * DAY);
    expect(await world.runTimer('shop')).toMatchObject({ data: { lapsed: 0, passed: 0 } });
    expect(await bookOf(world, 'h1')).toMatchObject({ total: 30, orders: [{ state: 'fetched' }] });
  });
});
