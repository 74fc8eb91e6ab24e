import { DAY } from '../../domain/time/shanghai';
import { NOW, VILLAGE } from './people';
import { AGREED, namesSeenBy, published, rolled, SAY } from './roll.stage';
import { startWorld, type World } from './world';

describe('roll.consent', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await rolled(world);
  });
  afterEach(() => world.stop());

  test('a resident sees the name when two stand for it and its owner agrees, until the day that was said', async () => {
    await world.ok('chief', 'roll.recommend', SAY);
    const until = NOW + 10 * DAY;
    expect(await world.ok('worker', 'roll.consent', { ...AGREED, until })).toMatchObject({ shown: false });
    expect(await namesSeenBy(world, 'resident')).toEqual([]);
    await world.ok('secretary', 'roll.recommend', SAY);
    expect(await namesSeenBy(world, 'resident')).toEqual(['刘志强']);
    await world.moveClock(until);
    expect(await namesSeenBy(world, 'resident')).toEqual([]);
  });

  test('only the person themselves, to the wording that is shown, for a year at most', async () => {
    await published(world);
    expect(await world.refused('w1', 'roll.consent', AGREED)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.refused('resident', 'roll.consent', AGREED)).toMatchObject({ code: 'NOT_FOUND' });
    const input = { ...AGREED, version: '2020-01' };
    expect(await world.refused('worker', 'roll.consent', input)).toMatchObject({ path: 'version' });
    const long = { ...AGREED, until: NOW + 400 * DAY };
    expect(await world.refused('worker', 'roll.consent', long)).toMatchObject({
      code: 'BAD_INPUT',
      path: 'until',
    });
  });

  test('nothing is agreed to before somebody recommends', async () => {
    expect(await world.refused('worker', 'roll.consent', AGREED)).toMatchObject({ code: 'NOT_NOW' });
    expect((await world.ok('worker', 'roll.open', { village: VILLAGE })).top[0]?.may).toEqual([]);
  });

  test('an appeal that opens hides the name while it is open', async () => {
    await published(world);
    const appeal = { at: NOW, text: '少算了两户' };
    const [{ candidates, _id }] = (await world.documents<{ _id: string; candidates: object[] }>(
      'evaluations',
    )) as [{ _id: string; candidates: object[] }];
    world.change('evaluations', _id, {
      candidates: candidates.map((one, n) => (n === 3 ? { ...one, appeal } : one)),
    });
    expect(await namesSeenBy(world, 'resident')).toEqual([]);
  });
});
