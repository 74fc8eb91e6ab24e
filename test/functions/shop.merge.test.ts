import type { Household } from '../../domain/household/household';
import type { Notice } from '../../domain/notice/notice';
import { closesAt } from '../../domain/points/calendar';
import { carryInto } from '../../domain/points/carry';
import { atShanghai, DAY, HOUR } from '../../domain/time/shanghai';
import { bookOf, bookWith, consent, goodOf, saved, shelved } from './shop.stage';
import { startWorld, type World } from './world';

describe('points of a household that was merged into another', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await saved(world, 50, 'h1');
  });
  afterEach(() => world.stop());

  const merge = (household = 'h1', into = 'h2') =>
    world.ok('secretary', 'registry.merge', { household, into });
  const household = async (id = 'h1') =>
    (await world.documents<Household>('households')).find(({ _id }) => _id === id)!;
  const totals = async (...households: string[]) =>
    Promise.all(households.map(async (id) => (await bookOf(world, id))?.total));
  const told = async (kind: string) =>
    (await world.documents<Notice>('notices')).filter((one) => one.kind === kind).map(({ to }) => to);

  test('go over to it when it takes part, and the family hears it; again changes nothing', async () => {
    await saved(world, 20, 'h2');
    await merge();
    expect(await household()).toMatchObject({ pointsTo: { household: 'h2' } });
    await Promise.all([1, 2].map(() => world.runTimer('shop')));
    await world.runTimer('shop');
    expect(await totals('h1', 'h2')).toEqual([0, 70]);
    expect(await household()).not.toHaveProperty('pointsTo');
    const [from, into] = [await bookOf(world, 'h1'), await bookOf(world, 'h2')];
    const entry = into.entries['merge-from-h1-2026'];
    expect(entry).toMatchObject({ amount: 50, evidence: { kind: 'book', id: from._id } });
    expect(from.entries['merge-out-2026']).toMatchObject({
      amount: -50,
      evidence: { kind: 'book', id: into._id },
    });
    expect(from).toMatchObject({ mergedInto: 'h2', leftAt: expect.any(Number) });
    expect((await told('points-merged')).sort()).toEqual(['neighbour', 'resident']);
    // Its people belong to the other household, and spend there what was theirs.
    const view = await world.ok('resident', 'shop.open', {});
    expect(view).toMatchObject({ household: { id: 'h2' }, balance: 70 });
    expect(view.lines[0]).toMatchObject({ kind: 'merge', amount: 50, text: '户主1家并过来' });
    const good = await shelved(world, { cost: 60 });
    await world.ok('resident', 'shop.order', { good });
    const gone = await world.refused('secretary', 'shop.order', { household: 'h1', good });
    expect(gone).toMatchObject({ code: 'NOT_NOW', path: 'household' });
  });

  test('what waits to be fetched comes back as points, what waits for an answer is answered with the reason', async () => {
    await saved(world, 20, 'h2');
    const good = await shelved(world, { cost: 20, add: 5 });
    await world.ok('resident', 'shop.order', { good });
    await world.ok('resident', 'shop.request', { rule: 'volunteer', text: '清渠' });
    await merge();
    await world.runTimer('shop');
    expect(await totals('h1', 'h2')).toEqual([0, 70]);
    expect((await goodOf(world, good)).stock).toBe(5);
    const book = await bookOf(world, 'h1');
    expect(book.orders).toMatchObject([{ state: 'cancelled' }]);
    expect(book.asks).toMatchObject([
      { answer: { yes: false, text: expect.stringContaining('并到另一户') } },
    ]);
    for (const field of ['waiting', 'lapseAt', 'card']) expect(book).not.toHaveProperty(field);
    const more = { account: 'household.h1', rule: 'volunteer', amount: 5, text: '清渠' };
    expect((await world.refused('chief', 'points.award', more)).code).toBe('NOT_NOW');
  });

  test('wait until it takes part, and come the moment it joins', async () => {
    await merge();
    await world.runTimer('shop');
    await world.runTimer('shop');
    expect(await totals('h1', 'h2')).toEqual([50, undefined]);
    expect((await told('points-kept')).sort()).toEqual(['neighbour', 'resident']);
    await world.ok('neighbour', 'shop.join', { consent });
    expect(await totals('h1', 'h2')).toEqual([0, 50]);
    expect(await told('points-merged')).toHaveLength(2);
    expect(await household()).not.toHaveProperty('pointsTo');
  });

  test('wait over New Year too, in the book of their year', async () => {
    await world.moveClock(atShanghai('2026-12-30 10:00'));
    await merge();
    await world.runTimer('shop');
    await world.moveClock(closesAt('2026') + HOUR);
    for (let night = 0; (await bookOf(world, 'h1')).closed === undefined; night += 1) {
      expect(night).toBeLessThan(30);
      await world.runTimer('settle');
    }
    expect(await bookOf(world, 'h1', '2027')).toBeUndefined();
    await world.ok('neighbour', 'shop.join', { consent });
    await world.runTimer('settle');
    expect(await bookOf(world, 'h2', '2027')).toMatchObject({ total: 50 });
    expect(await bookOf(world, 'h1')).toMatchObject({ total: 0, closed: { total: 50 } });
    expect(await bookOf(world, 'h1', '2027')).toBeUndefined();
  });

  test('in January last year’s book goes over at once, also when its closing was cut off in the middle', async () => {
    await world.moveClock(atShanghai('2027-01-14 10:00'));
    const last = await bookOf(world, 'h1');
    const running = carryInto({ ...bookWith('h1', 0, '2027') }, last, atShanghai('2027-01-14'))!;
    await world.cloud.store.bulkInsert('books', [{ ...running }]);
    await saved(world, 20, 'h2');
    await merge();
    await world.runTimer('shop');
    await world.moveClock(closesAt('2026') + HOUR);
    for (let night = 0; (await bookOf(world, 'h2')).closed === undefined; night += 1) {
      expect(night).toBeLessThan(30);
      await world.runTimer('settle');
    }
    expect(await bookOf(world, 'h2', '2027')).toMatchObject({ total: 70 });
    for (const year of ['2026', '2027']) expect((await bookOf(world, 'h1', year)).total).toBe(0);
  });

  test('killed before the mark is gone, the next firing finds nothing left to do', async () => {
    await saved(world, 20, 'h2');
    await merge();
    const { pointsTo } = await household();
    await world.runTimer('shop');
    world.change('households', 'h1', { pointsTo });
    const before = await bookOf(world, 'h2');
    await world.runTimer('shop');
    expect(await bookOf(world, 'h2')).toEqual(before);
    expect(await household()).not.toHaveProperty('pointsTo');
  });

  test('follow the family through a second merger', async () => {
    await saved(world, 5, 'h3');
    await merge('h1', 'h2');
    await world.runTimer('shop');
    await merge('h2', 'h3');
    await world.moveClock(world.cloud.clock.now() + 8 * DAY);
    await world.runTimer('shop');
    expect(await totals('h1', 'h3')).toEqual([0, 55]);
    for (const id of ['h1', 'h2']) expect(await household(id)).not.toHaveProperty('pointsTo');
  });

  test('wait for whom the family is found with now: what waited for the one in between comes too', async () => {
    await merge('h1', 'h2');
    await world.runTimer('shop');
    const before = await told('points-kept');
    await merge('h2', 'h3');
    expect(await household()).toMatchObject({ pointsTo: { household: 'h3' } });
    await world.runTimer('shop');
    expect(await bookOf(world, 'h1')).toMatchObject({ total: 50, mergedInto: 'h3' });
    // Those who live in the third one hear it; nobody hears the same twice there.
    const after = await told('points-kept');
    expect(after.length).toBeGreaterThan(before.length);
    await world.runTimer('shop');
    expect(await told('points-kept')).toEqual(after);
    await world.ok('neighbour', 'shop.join', { consent });
    expect(await totals('h1', 'h3')).toEqual([0, 50]);
    for (const id of ['h1', 'h2']) expect(await household(id)).not.toHaveProperty('pointsTo');
  });

  test('a mark that names the one in between is moved on to whom the family is found with', async () => {
    await merge('h1', 'h2');
    await merge('h2', 'h3');
    const { pointsTo } = await household();
    world.change('households', 'h1', { pointsTo: { ...pointsTo, household: 'h2' } });
    await world.runTimer('shop');
    expect(await household()).toMatchObject({ pointsTo: { household: 'h3' } });
    await world.ok('neighbour', 'shop.join', { consent });
    expect(await totals('h1', 'h3')).toEqual([0, 50]);
  });

  test('stay where they are when the other household has moved away since; the rest is wound up all the same', async () => {
    const good = await shelved(world, { cost: 20, add: 5 });
    await world.ok('resident', 'shop.order', { good });
    await world.ok('resident', 'shop.request', { rule: 'volunteer', text: '清渠' });
    await merge();
    await world.ok('secretary', 'registry.end', { household: 'h2', why: 'moved-away' });
    expect(await world.runTimer('shop')).toMatchObject({ data: { merged: 1, failed: 0 } });
    const book = await bookOf(world, 'h1');
    expect(book).toMatchObject({
      total: 50,
      mergedInto: 'h2',
      leftAt: expect.any(Number),
      orders: [{ state: 'cancelled' }],
      asks: [{ answer: { yes: false, text: expect.stringContaining('并到另一户') } }],
    });
    expect(book).not.toHaveProperty('waiting');
    expect((await goodOf(world, good)).stock).toBe(5);
    expect(await household()).not.toHaveProperty('pointsTo');
  });

  test('two that were merged into each other lead nowhere, and hold nothing up', async () => {
    await merge('h3', 'h4');
    await merge('h1', 'h2');
    const ended = { at: world.cloud.clock.now(), why: 'merged' as const, into: 'h1' };
    world.change('households', 'h2', { ended });
    expect(await world.runTimer('shop')).toMatchObject({ data: { merged: 2, failed: 0 } });
    expect(await totals('h1')).toEqual([50]);
    expect(await household()).not.toHaveProperty('pointsTo');
  });

  test('a household that never took part costs nothing and writes no book', async () => {
    await merge('h3', 'h4');
    expect(await world.runTimer('shop')).toMatchObject({ data: { merged: 1, failed: 0 } });
    expect(await bookOf(world, 'h3')).toBeUndefined();
    expect(await household('h3')).not.toHaveProperty('pointsTo');
  });
});
