import { DAY } from '../../domain/time/shanghai';
import { NOW } from './people';
import { based, ROLL, rolled } from './roll.stage';
import { startWorld, type World } from './world';

describe('roll.repair', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await rolled(world);
  });
  afterEach(() => world.stop());

  test('strikes the line with its reason: the person reads it, the internal roll is empty and gone', async () => {
    const basis = await based(world);
    await world.ok('secretary', 'roll.post', { ...ROLL, basis, until: NOW + 30 * DAY });
    await world.moveClock(NOW + 8 * DAY);
    expect((await world.ok('chief', 'roll.open', {})).internal?.names).toEqual(['乌云']);
    await world.ok('secretary', 'roll.repair', { ...ROLL, subject: 'colleague', text: '两个月都补上了' });
    expect(await world.ok('chief', 'roll.open', {})).not.toHaveProperty('internal');
    expect((await world.ok('colleague', 'roll.open', {})).bottom).toMatchObject([
      { repaired: { text: '两个月都补上了', by: '张建国' }, may: [] },
    ]);
  });

  test('by the village’s secretary alone, and for somebody else', async () => {
    const input = { ...ROLL, subject: 'colleague', text: '好了' };
    expect(await world.refused('farSecretary', 'roll.repair', input)).toMatchObject({ code: 'NOT_YOURS' });
    const post = { role: 'secretary', area: ROLL.village, areaPath: '' };
    world.change('people', 'colleague', { posts: [post], desks: [`secretary@${ROLL.village}`] });
    expect(await world.refused('colleague', 'roll.repair', input)).toMatchObject({
      code: 'NOT_YOURS',
      path: 'subject',
    });
  });

  test('nothing is said of somebody by their own household', async () => {
    world.change('people', 'secretary', { household: 'h9' });
    world.change('people', 'colleague', { household: 'h9' });
    await world.ok('colleague', 'roll.train', { ...ROLL, step: 'sign-up' });
    const complete = { ...ROLL, subject: 'colleague', step: 'complete' as const };
    expect(await world.refused('secretary', 'roll.train', complete)).toMatchObject({ path: 'subject' });
    const strike = { ...ROLL, subject: 'colleague', text: '补上了' };
    expect(await world.refused('secretary', 'roll.repair', strike)).toMatchObject({
      code: 'NOT_YOURS',
      path: 'subject',
    });
  });
});
