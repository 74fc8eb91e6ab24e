import type { PointsBook } from '../../domain/points/book';
import { closesAt } from '../../domain/points/calendar';
import { HOUR } from '../../domain/time/shanghai';
import { bookOf, bookWith, consent, goodOf, shelved } from './shop.stage';
import { startWorld, type World } from './world';

const OLD = '2026-11';

describe('shop.renew', () => {
  let world: World;
  let good: string;
  beforeEach(async () => {
    world = await startWorld();
    const book = bookWith('h1', 50);
    await world.cloud.store.bulkInsert('books', [{ ...book, joined: { ...book.joined!, version: OLD } }]);
    good = await shelved(world, { cost: 20, add: 5 });
  });
  afterEach(() => world.stop());

  const asked = { rule: 'neighbour', text: '帮邻居拉草' };
  const renewals = async () => (await bookOf(world, 'h1')).joined?.renewals ?? [];

  test('a household that joined under an older wording is asked once, and goes on', async () => {
    expect(await world.ok('resident', 'shop.open', {})).toMatchObject({ renew: OLD, balance: 50 });
    const id = world.newId();
    const { asOf } = await world.ok('resident', 'shop.renew', { consent }, id);
    expect(await world.ok('resident', 'shop.renew', { consent }, id)).toMatchObject({ asOf });
    // Another phone of the family says it too.
    await world.ok('resident', 'shop.renew', { consent });
    expect(await renewals()).toMatchObject([{ version: consent, by: { person: 'resident' } }]);
    expect((await bookOf(world, 'h1')).joined).toMatchObject({ version: OLD });
    expect(await world.ok('resident', 'shop.open', {})).not.toHaveProperty('renew');
    expect(await world.ok('resident', 'shop.order', { good })).toMatchObject({ balance: 30 });
  });

  test('until then nothing new begins, whoever does it', async () => {
    const no = { code: 'NOT_NOW', path: 'household' };
    expect(await world.refused('resident', 'shop.order', { good })).toMatchObject(no);
    expect(await world.refused('resident', 'shop.request', asked)).toMatchObject(no);
    expect(await world.refused('worker', 'shop.card', { household: 'h1' })).toMatchObject(no);
    const award = { account: 'household.h1', amount: 5, ...asked };
    expect(await world.refused('chief', 'points.award', award)).toMatchObject({
      code: 'NOT_NOW',
      path: 'account',
    });
    expect((await goodOf(world, good)).stock).toBe(5);
  });

  test('and nothing is taken away: what it asked for is booked, what it ordered is fetched or given back', async () => {
    world.change('books', 'household.h1_2026', { joined: bookWith('h1', 0).joined });
    const { ask } = await world.ok('resident', 'shop.request', asked);
    const { order } = await world.ok('resident', 'shop.order', { good });
    const { code } = await world.ok('resident', 'shop.order', { good });
    world.change('books', 'household.h1_2026', { joined: { ...bookWith('h1', 0).joined, version: OLD } });
    await world.ok('chief', 'points.approve', { account: 'household.h1', year: '2026', ask });
    expect(await world.ok('resident', 'shop.cancel', { order })).toMatchObject({ balance: 35 });
    await world.ok('chief', 'shop.handOut', { code: code! });
    expect(await world.ok('resident', 'shop.leave', {})).toMatchObject({ balance: 35 });
    expect(await world.ok('resident', 'shop.open', {})).not.toHaveProperty('renew');
  });

  test('by the worker for a family without a phone, with who said yes', async () => {
    const said = { household: 'h1', consent };
    expect(await world.refused('worker', 'shop.renew', said)).toMatchObject({
      code: 'BAD_INPUT',
      path: 'agreedBy',
    });
    await world.ok('worker', 'shop.renew', { ...said, agreedBy: '苏雅拉' });
    expect(await renewals()).toMatchObject([{ agreedBy: '苏雅拉', by: { person: 'worker' } }]);
  });

  test('not by the counter, not for somebody else, not in an old wording, not before it has joined', async () => {
    for (const other of ['chief', 'secretary', 'neighbour'])
      expect(
        await world.refused(other, 'shop.renew', { household: 'h1', consent, agreedBy: '苏雅拉' }),
      ).toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.refused('resident', 'shop.renew', { consent: OLD })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'consent',
    });
    expect(await world.refused('neighbour', 'shop.renew', { consent })).toMatchObject({ code: 'NOT_NOW' });
  });

  test('asked again in the new year when nobody has answered, and not when somebody has', async () => {
    const next = async () => {
      await world.moveClock(closesAt('2026') + HOUR);
      for (let night = 0; (await bookOf(world, 'h1')).closed === undefined; night += 1) {
        expect(night).toBeLessThan(30);
        await world.runTimer('settle');
      }
    };
    await next();
    expect(await world.ok('resident', 'shop.open', {})).toMatchObject({ year: '2027', renew: OLD });
    await world.ok('resident', 'shop.renew', { consent });
    const book = (await world.documents<PointsBook>('books')).find(({ _id }) => _id === 'household.h1_2027');
    expect(book?.joined?.renewals).toHaveLength(1);
    expect(await world.ok('resident', 'shop.open', {})).not.toHaveProperty('renew');
  });
});
