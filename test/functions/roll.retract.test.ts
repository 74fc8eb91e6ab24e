import type { NoticeKind } from '../../domain/notice/kinds';
import type { Notice } from '../../domain/notice/notice';
import { DAY } from '../../domain/time/shanghai';
import { AGREED, namesSeenBy, published, ROLL, rolled, rollOf, SAY } from './roll.stage';
import { startWorld, type World } from './world';

describe('roll.retract', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await rolled(world);
    await published(world);
  });
  afterEach(() => world.stop());

  const BACK = { ...ROLL, subject: 'worker' };
  const told = async (of: NoticeKind = 'honour-retracted') =>
    (await world.documents<Notice>('notices')).filter(({ kind }) => kind === of).map(({ to }) => to);
  const line = async () => (await rollOf(world)).top[0]!;

  test('one of two takes it back: the name is gone at once, and the person hears it once', async () => {
    expect(await namesSeenBy(world, 'neighbour')).toEqual(['刘志强']);
    const id = world.newId();
    const first = await world.ok('chief', 'roll.retract', BACK, id);
    expect(first.recommendations).toBe(1);
    expect(await namesSeenBy(world, 'neighbour')).toEqual([]);
    expect(await world.ok('chief', 'roll.retract', BACK, id)).toEqual(first);
    const { rev } = await rollOf(world);
    await world.ok('chief', 'roll.retract', BACK);
    expect((await rollOf(world)).rev).toBe(rev);
    expect(await told()).toEqual(['worker']);
    expect(await line()).not.toHaveProperty('publishedAt');
    // What was said stays on record, and is shown to nobody.
    expect((await line()).recommendations).toMatchObject([
      { person: 'chief', withdrawnAt: expect.any(Number) },
      { person: 'secretary' },
    ]);
    const mine = (await world.ok('worker', 'roll.open', ROLL)).top[0];
    expect(mine).toMatchObject({ shown: false, waits: ['recommendation'], may: ['withdraw'] });
    expect(mine?.recommendations.map(({ person }) => person)).toEqual(['secretary']);
  });

  test('of three two are enough: it stays, and nobody is told', async () => {
    await world.ok('official', 'roll.recommend', SAY);
    await world.ok('chief', 'roll.retract', BACK);
    expect(await namesSeenBy(world, 'neighbour')).toEqual(['刘志强']);
    expect(await told()).toEqual([]);
  });

  test('recommended again it is published anew, with new days for objections', async () => {
    const { publishedAt = 0 } = await line();
    await world.ok('chief', 'roll.retract', BACK);
    await world.moveClock(world.cloud.clock.now() + 9 * DAY);
    await world.ok('chief', 'roll.recommend', SAY);
    expect(await namesSeenBy(world, 'neighbour')).toEqual(['刘志强']);
    expect((await line()).publishedAt).toBeGreaterThan(publishedAt + 8 * DAY);
    await world.ok('chief', 'roll.retract', BACK);
    expect(await told()).toEqual(['worker', 'worker']);
    // By the consent of before: the person hears of it, and can take it back.
    expect(await told('honour-shown')).toEqual(['worker']);
  });

  test('when it starts over without a consent the person is asked anew', async () => {
    await world.ok('worker', 'roll.withdraw', ROLL);
    for (const person of ['chief', 'secretary']) await world.ok(person, 'roll.retract', BACK);
    await world.ok('official', 'roll.recommend', SAY);
    await world.ok('chief', 'roll.recommend', SAY);
    expect(await told('honour-asked')).toEqual(['worker', 'worker']);
    await world.ok('worker', 'roll.consent', AGREED);
    expect(await namesSeenBy(world, 'neighbour')).toEqual(['刘志强']);
  });

  const ELSEWHERE = { village: '150625100211', grid: '150625100211001' };
  test.each([
    ['secretary of another village', ELSEWHERE.village, undefined],
    ['a resident there by now', undefined, 'h99'],
  ])('who is %s sees only what they said, and takes it back', async (_, village, household) => {
    const posts = village ? [{ role: 'secretary', area: village, areaPath: '锡尼镇·另一个村' }] : [];
    world.change('people', 'secretary', { posts, desks: [], area: ELSEWHERE.grid, household });
    const { as, top, bottom } = await world.ok('secretary', 'roll.open', ROLL);
    expect([as, bottom]).toEqual(['own', []]);
    expect(top).toEqual([
      {
        subject: 'worker',
        name: '刘志强',
        areaPath: expect.any(String),
        honour: SAY.honour,
        recommendations: [expect.objectContaining({ person: 'secretary' })],
        shown: true,
        waits: [],
        mine: false,
        may: ['retract'],
      },
    ]);
    await world.ok('secretary', 'roll.retract', BACK);
    // Nothing there is theirs any more.
    expect(await world.refused('secretary', 'roll.open', ROLL)).toMatchObject({ code: 'NOT_YOURS' });
  });

  test('when none is left there is nothing to agree to', async () => {
    for (const person of ['chief', 'secretary']) await world.ok(person, 'roll.retract', BACK);
    await world.ok('worker', 'roll.withdraw', ROLL);
    expect((await world.ok('worker', 'roll.open', ROLL)).top[0]?.may).toEqual([]);
    expect((await world.refused('worker', 'roll.consent', AGREED)).code).toBe('NOT_NOW');
  });

  test('only one’s own, also by who has another post by now', async () => {
    expect(await world.refused('official', 'roll.retract', BACK)).toMatchObject({
      code: 'NOT_FOUND',
      path: 'subject',
    });
    expect((await world.refused('resident', 'roll.retract', BACK)).code).toBe('NOT_FOUND');
    expect((await world.ok('chief', 'roll.open', ROLL)).top[0]?.may).toEqual(['retract']);
    expect((await world.ok('official', 'roll.open', ROLL)).top[0]?.may).toEqual(['recommend']);
    world.change('people', 'chief', { posts: [], desks: [], household: 'h9' });
    expect(await world.ok('chief', 'roll.retract', BACK)).toMatchObject({ recommendations: 1 });
    expect(await namesSeenBy(world, 'neighbour')).toEqual([]);
  });
});
