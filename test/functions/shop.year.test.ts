import { closesAt } from '../../domain/points/calendar';
import { atShanghai, HOUR } from '../../domain/time/shanghai';
import { FAR_GRID, VILLAGE } from './people';
import { bookOf, goodOf, saved, shelved } from './shop.stage';
import { startWorld, type World } from './world';

const FAR_VILLAGE = '150625100211';

describe('a household over New Year', () => {
  let world: World;
  let good: string;
  beforeEach(async () => {
    world = await startWorld();
    await saved(world, 50, 'h1');
    good = await shelved(world, { cost: 20, add: 5 });
    await world.moveClock(atShanghai('2026-12-30 10:00'));
  });
  afterEach(() => world.stop());

  /** Nights of the timer, until the year is closed. */
  async function closed(): Promise<void> {
    await world.moveClock(closesAt('2026') + HOUR);
    for (let night = 0; (await bookOf(world, 'h1')).closed === undefined; night += 1) {
      expect(night).toBeLessThan(30);
      await world.runTimer('settle');
    }
  }

  test('on 15 January its points, its taking part and its card have come over, and buy rice', async () => {
    const { code } = await world.ok('worker', 'shop.card', { household: 'h1' });
    await world.ok('resident', 'shop.order', { good });
    await closed();
    const view = await world.ok('resident', 'shop.open', {});
    expect(view).toMatchObject({
      year: '2027',
      balance: 30,
      joinedAt: expect.any(Number),
      card: { at: expect.any(Number) },
    });
    expect(view).not.toHaveProperty('coming');
    expect(view.lines).toMatchObject([{ kind: 'carry', amount: 30 }]);
    expect(await world.ok('chief', 'shop.open', { code })).toMatchObject({ household: { id: 'h1' } });
    expect(await world.ok('resident', 'shop.order', { good })).toMatchObject({ balance: 10 });
  });

  test('what was ordered in December and not fetched comes back into January’s book, once', async () => {
    await world.ok('resident', 'shop.order', { good });
    await closed();
    await world.moveClock(atShanghai('2027-01-31 10:00'));
    await world.runTimer('shop');
    await world.runTimer('shop');
    expect((await bookOf(world, 'h1', '2027')).total).toBe(50);
    expect((await bookOf(world, 'h1')).total).toBe(0);
    expect((await goodOf(world, good)).stock).toBe(5);
  });

  test('cancelled before the books close, it goes back where it came from and moves on with the rest', async () => {
    const { order } = await world.ok('resident', 'shop.order', { good });
    await world.moveClock(atShanghai('2027-01-05 10:00'));
    await world.ok('resident', 'shop.cancel', { order });
    expect((await bookOf(world, 'h1')).total).toBe(50);
    await closed();
    expect((await bookOf(world, 'h1', '2027')).total).toBe(50);
  });

  test('without a point taking part and the card go on all the same, year after year', async () => {
    await saved(world, 0, 'h3');
    const { code } = await world.ok('worker', 'shop.card', { household: 'h3' });
    await closed();
    const book = await bookOf(world, 'h3', '2027');
    expect(book).toMatchObject({ total: 0, entries: {}, joined: {}, card: { code } });
    // A year without a single line.
    await world.moveClock(closesAt('2027') + HOUR);
    for (let night = 0; (await bookOf(world, 'h3', '2027')).closed === undefined; night += 1) {
      expect(night).toBeLessThan(60);
      await world.runTimer('settle');
    }
    const { joined, card } = book;
    expect(await bookOf(world, 'h3', '2028')).toMatchObject({ total: 0, entries: {}, joined, card });
  });

  test('the new book begins where the household lives then', async () => {
    world.change('households', 'h1', { area: FAR_GRID });
    await closed();
    const book = await bookOf(world, 'h1', '2027');
    expect(book).toMatchObject({ area: FAR_VILLAGE, grid: FAR_GRID, total: 50 });
    // The year that is over stays where it was.
    expect(await bookOf(world, 'h1')).toMatchObject({ area: VILLAGE });
  });

  test('who left is not brought back by the new year', async () => {
    await saved(world, 0, 'h2');
    await world.ok('neighbour', 'shop.leave', {});
    await closed();
    expect(await bookOf(world, 'h2', '2027')).toBeUndefined();
  });

  test('who leaves in January has left last year’s book too: nothing asked there is booked any more', async () => {
    const { ask } = await world.ok('resident', 'shop.request', { rule: 'volunteer', text: '清渠' });
    await world.moveClock(atShanghai('2027-01-05 10:00'));
    await world.ok('resident', 'shop.leave', {});
    const approval = { account: 'household.h1', year: '2026', ask };
    expect(await world.refused('chief', 'points.approve', approval)).toMatchObject({ code: 'NOT_NOW' });
    const book = await bookOf(world, 'h1');
    expect(book).toMatchObject({ total: 50, leftAt: expect.any(Number) });
    expect(book).not.toHaveProperty('waiting');
  });
});
