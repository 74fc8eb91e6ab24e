import type { Notice } from '../../domain/notice/notice';
import { FAR_GRID } from './people';
import { ROLL, rolled, rollOf, SAY } from './roll.stage';
import { startWorld, type World } from './world';

describe('roll.recommend', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await rolled(world);
  });
  afterEach(() => world.stop());

  test('by two; the candidate is asked once, a repeated command counts once', async () => {
    const id = world.newId();
    const first = await world.ok('chief', 'roll.recommend', SAY, id);
    expect(first.recommendations).toBe(1);
    expect(await world.ok('chief', 'roll.recommend', SAY, id)).toEqual(first);
    expect((await world.ok('official', 'roll.recommend', SAY)).recommendations).toBe(2);
    const asked = (await world.documents<Notice>('notices')).filter(({ kind }) => kind === 'honour-asked');
    expect(asked.map(({ to }) => to)).toEqual(['worker']);
  });

  test('two who are at it at the same moment are both there', async () => {
    await Promise.all([
      world.ok('chief', 'roll.recommend', SAY),
      world.ok('secretary', 'roll.recommend', SAY),
    ]);
    expect((await rollOf(world)).top[0]?.recommendations).toHaveLength(2);
  });

  test('not twice, not for oneself, not one’s own household, not of another village', async () => {
    await world.ok('chief', 'roll.recommend', SAY);
    expect(await world.refused('chief', 'roll.recommend', SAY)).toMatchObject({ code: 'NOT_NOW' });
    expect(await world.refused('farChief', 'roll.recommend', SAY)).toMatchObject({
      code: 'NOT_YOURS',
      path: 'village',
    });
    expect(await world.refused('farSecretary', 'roll.recommend', SAY)).toMatchObject({ code: 'NOT_YOURS' });
    world.change('people', 'worker', { household: 'h20' });
    world.change('people', 'secretary', { household: 'h20' });
    expect(await world.refused('secretary', 'roll.recommend', SAY)).toMatchObject({
      code: 'NOT_YOURS',
      path: 'subject',
    });
    const chief = { role: 'chief', area: ROLL.village + FAR_GRID.slice(12), areaPath: '' };
    world.change('people', 'worker', { posts: [chief], desks: [`chief@${chief.area}`] });
    expect(await world.refused('worker', 'roll.recommend', SAY)).toMatchObject({
      code: 'NOT_YOURS',
      path: 'subject',
    });
    expect((await rollOf(world)).top[0]?.recommendations).toHaveLength(1);
  });

  test('nobody who is not a candidate, and nothing before the roll is made', async () => {
    expect(await world.refused('chief', 'roll.recommend', { ...SAY, subject: 'colleague' })).toMatchObject({
      code: 'NOT_FOUND',
      path: 'subject',
    });
    expect(await world.refused('chief', 'roll.recommend', { ...SAY, year: '2024' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await rollOf(world)).rev).toBeLessThan(3);
  });
});
