import { AGREED, namesSeenBy, published, ROLL, rolled, rollOf } from './roll.stage';
import { startWorld, type World } from './world';

describe('roll.withdraw', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await rolled(world);
    await published(world);
  });
  afterEach(() => world.stop());

  test('the name is gone at once, for everybody', async () => {
    expect(await namesSeenBy(world, 'neighbour')).toEqual(['刘志强']);
    expect(await world.ok('worker', 'roll.withdraw', ROLL)).toMatchObject({ shown: false });
    for (const person of ['neighbour', 'colleague', 'chief', 'secretary', 'supervisor', 'worker'])
      expect(await namesSeenBy(world, person)).toEqual([]);
  });

  test('said again it changes nothing; agreed anew it is shown again, and both consents are kept', async () => {
    await world.ok('worker', 'roll.withdraw', ROLL);
    const { rev } = await rollOf(world);
    await world.ok('worker', 'roll.withdraw', ROLL);
    expect((await rollOf(world)).rev).toBe(rev);
    await world.ok('worker', 'roll.consent', AGREED);
    expect(await namesSeenBy(world, 'neighbour')).toEqual(['刘志强']);
    expect((await rollOf(world)).top[0]?.consents).toHaveLength(2);
  });

  test('a lost answer asked for again does not take back a later consent', async () => {
    const id = world.newId();
    await world.ok('worker', 'roll.withdraw', ROLL, id);
    await world.ok('worker', 'roll.consent', AGREED);
    await world.ok('worker', 'roll.withdraw', ROLL, id);
    expect(await namesSeenBy(world, 'neighbour')).toEqual(['刘志强']);
  });

  test('nobody withdraws for somebody else', async () => {
    expect(await world.refused('colleague', 'roll.withdraw', ROLL)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await namesSeenBy(world, 'neighbour')).toEqual(['刘志强']);
  });

  test.each([
    ['was made a chief', [{ role: 'chief', area: '150625100208001', areaPath: '' }]],
    ['works in another village now', [{ role: 'worker', area: '150625100211001', areaPath: '' }]],
    ['is a resident now', []],
  ])('who %s still takes the consent back', async (_, posts) => {
    world.change('people', 'worker', {
      posts,
      area: posts[0]?.area ?? '150625100211001',
      household: 'h9',
    });
    const view = await world.ok('worker', 'roll.open', ROLL);
    expect(view.top.filter(({ mine }) => mine)).toMatchObject([{ may: ['withdraw'] }]);
    expect(await world.ok('worker', 'roll.withdraw', ROLL)).toMatchObject({ shown: false });
    expect(await namesSeenBy(world, 'neighbour')).toEqual([]);
    expect(await world.ok('worker', 'roll.consent', AGREED)).toMatchObject({ shown: true });
  });
});
