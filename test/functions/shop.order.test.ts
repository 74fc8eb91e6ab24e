import type { PointsBook } from '../../domain/points/book';
import { atShanghai } from '../../domain/time/shanghai';
import { bookOf, bookWith, crowd, goodOf, insisting, saved, shelved } from './shop.stage';
import { startWorld, type World } from './world';

describe('shop.order', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('points for a good in one step: one less on the shelf, one linked entry, a code, thirty days', async () => {
    await saved(world, 50, 'h1');
    const good = await shelved(world, { name: '大米', cost: 20, add: 5 });
    await world.token('resident');
    await world.resetUsage();
    const answer = await world.ok('resident', 'shop.order', { good });
    expect(await world.usage()).toMatchObject({ calls: 1, reads: 5, writes: 2 });
    expect(answer.code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
    expect(answer.balance).toBe(30);
    expect(answer.until).toBe(atShanghai('2026-12-24'));
    const book = await bookOf(world, 'h1');
    expect(book.orders).toMatchObject([{ id: answer.order, state: 'waiting', cost: 20, name: '大米' }]);
    expect(Object.values(book.entries)).toContainEqual(
      expect.objectContaining({
        rule: 'exchange',
        amount: -20,
        evidence: { kind: 'order', id: answer.order },
      }),
    );
    expect((await goodOf(world, good)).stock).toBe(4);
  });

  test('the same command twice is one order with one code; the same id for another good is refused', async () => {
    await saved(world, 50, 'h1');
    const [rice, soap] = [await shelved(world), await shelved(world, { name: '洗衣粉', cost: 5 })];
    const id = world.newId();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        insisting(() => world.call('resident', 'shop.order', { good: rice }, id)),
      ),
    );
    expect(new Set(answers.map((one) => one.ok && one.data.code)).size).toBe(1);
    expect((await bookOf(world, 'h1')).orders).toHaveLength(1);
    expect((await goodOf(world, rice)).stock).toBe(4);
    expect(await world.refused('resident', 'shop.order', { good: soap }, id)).toMatchObject({
      code: 'ID_REUSED',
    });
  });

  test('never on credit, never what is gone or off the list, never another village’s', async () => {
    await saved(world, 30, 'h1', 'h2');
    const good = await shelved(world, { cost: 20, add: 1 });
    const dear = await shelved(world, { name: '电饭锅', cost: 31 });
    expect(await world.refused('resident', 'shop.order', { good: dear })).toMatchObject({ code: 'NOT_NOW' });
    await world.ok('resident', 'shop.order', { good });
    expect(await world.refused('neighbour', 'shop.order', { good })).toMatchObject({
      code: 'NOT_NOW',
      path: 'good',
    });
    await world.ok('secretary', 'shop.stock', { good: dear, name: '电饭锅', cost: 1, add: 0, listed: false });
    expect(await world.refused('neighbour', 'shop.order', { good: dear })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const { good: far } = await world.ok('farSecretary', 'shop.stock', {
      name: '羊肉',
      cost: 1,
      add: 9,
      listed: true,
    });
    expect(await world.refused('neighbour', 'shop.order', { good: far })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await world.refused('neighbour', 'shop.order', { good: 'g-none' })).toMatchObject({
      code: 'NOT_FOUND',
      path: 'good',
    });
  });

  test('the village and its worker order for who has no phone; nobody else does', async () => {
    await saved(world, 50, 'h3');
    const good = await shelved(world, { cost: 10 });
    for (const person of ['worker', 'chief', 'secretary'])
      await world.ok(person, 'shop.order', { household: 'h3', good });
    for (const person of ['neighbour', 'colleague', 'farChief', 'farSecretary'])
      expect(await world.refused(person, 'shop.order', { household: 'h3', good })).toMatchObject({
        code: 'NOT_FOUND',
        path: 'household',
      });
  });

  test('one hundred at once for ten goods: exactly ten got one, nobody paid for nothing', async () => {
    const households = await crowd(world, 100);
    await saved(world, 25, ...households);
    const good = await shelved(world, { cost: 20, add: 10 });
    await world.token('chief');
    const answers = await Promise.all(
      households.map((household) => {
        const id = world.newId();
        return insisting(() => world.call('chief', 'shop.order', { household, good }, id));
      }),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
    for (const answer of answers)
      if (!answer.ok) expect(answer.error).toMatchObject({ code: 'NOT_NOW', path: 'good' });
    const books = await world.documents<PointsBook>('books');
    expect(books).toHaveLength(100);
    const orders = books.flatMap((book) => book.orders ?? []);
    expect(orders).toHaveLength(10);
    expect(new Set(orders.map(({ code }) => code)).size).toBe(10);
    for (const book of books) expect(book.total).toBe(25 - 20 * (book.orders?.length ?? 0));
    expect((await goodOf(world, good)).stock).toBe(0);
  }, 180_000);

  test('one household, many phones at once: never more than it can pay', async () => {
    await saved(world, 50, 'h1');
    const good = await shelved(world, { cost: 20, add: 50 });
    await Promise.all(
      Array.from({ length: 12 }, (_, n) => {
        const id = world.newId();
        const person = n % 2 ? 'worker' : 'resident';
        return insisting(() => world.call(person, 'shop.order', { household: 'h1', good }, id));
      }),
    );
    const book = await bookOf(world, 'h1');
    expect([book.total, book.orders?.length]).toEqual([10, 2]);
    expect((await goodOf(world, good)).stock).toBe(48);
  });

  test('at New Year last year’s points come over on 15 January, and are told until then', async () => {
    await world.moveClock(atShanghai('2026-12-31 23:59'));
    await saved(world, 50, 'h1');
    const good = await shelved(world, { cost: 20, add: 5 });
    const id = world.newId();
    const answer = await world.ok('resident', 'shop.order', { good }, id);
    await world.moveClock(atShanghai('2027-01-01 00:01'));
    // The phone did not hear the answer and says it again, in another year: it is the same order.
    expect(await world.ok('resident', 'shop.order', { good }, id)).toEqual(answer);
    expect(await world.refused('resident', 'shop.order', { good })).toMatchObject({ code: 'NOT_NOW' });
    const view = await world.ok('resident', 'shop.open', {});
    expect(view).toMatchObject({
      year: '2027',
      balance: 0,
      joinedAt: expect.any(Number),
      coming: { amount: 30, at: atShanghai('2027-01-15') },
      orders: [{ id: answer.order, state: 'waiting' }],
    });
    await world.ok('chief', 'shop.handOut', { code: answer.code! });
    expect((await goodOf(world, good)).stock).toBe(4);
  });

  test('an order of a closed year goes back into the running one', async () => {
    const until = atShanghai('2027-01-31');
    const last = bookWith('h1', 30, '2026');
    const good = await shelved(world, { cost: 20, add: 5 });
    await world.moveClock(atShanghai('2026-12-31 12:00'));
    await world.cloud.store.bulkInsert('books', [{ ...last }]);
    const { order } = await world.ok('resident', 'shop.order', { good });
    world.change('books', last._id, { closed: { at: atShanghai('2027-01-15'), total: 10 } });
    await world.moveClock(until);
    await world.runTimer('shop');
    expect(await bookOf(world, 'h1')).toMatchObject({ total: 10, orders: [{ id: order, state: 'expired' }] });
    const book = await bookOf(world, 'h1', '2027');
    expect(book.total).toBe(20);
    expect(Object.values(book.entries)).toMatchObject([
      { amount: 20, evidence: { kind: 'order', id: order } },
    ]);
    expect((await goodOf(world, good)).stock).toBe(5);
  });
});
