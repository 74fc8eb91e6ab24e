import type { Access } from '../../domain/registry/access';
import { VILLAGE } from './people';
import { evaluated, published, rolled, SAY } from './roll.stage';
import { startWorld, type World } from './world';

describe('roll.open', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('says so while nothing is final', async () => {
    await evaluated(world, { state: 'signed' });
    await world.runTimer('roll');
    expect(await world.ok('secretary', 'roll.open', { village: VILLAGE })).toMatchObject({
      made: false,
      top: [],
      bottom: [],
    });
  });

  test('the secretary sees both ends by name, the candidates with rank and score', async () => {
    await rolled(world);
    expect(await world.ok('secretary', 'roll.open', {})).toMatchObject({
      as: 'secretary',
      made: true,
      ranked: 10,
      top: [
        { subject: 'worker', rank: 1, score: 95.5, waits: ['recommendation', 'consent'], may: ['recommend'] },
      ],
      bottom: [{ subject: 'colleague', name: '乌云', may: ['repair'] }],
      may: ['export'],
    });
  });

  test('a chief sees whom to recommend, no figure, and nobody from the bottom', async () => {
    await rolled(world);
    const view = await world.ok('chief', 'roll.open', {});
    expect(view).toMatchObject({
      as: 'chief',
      top: [{ subject: 'worker', may: ['recommend'] }],
      bottom: [],
      may: [],
    });
    expect(view.top[0]).not.toHaveProperty('rank');
    expect(view.top[0]).not.toHaveProperty('score');
  });

  test('from above the bottom is a count of masked names, without place or id', async () => {
    await rolled(world);
    for (const person of ['official', 'supervisor']) {
      const { bottom } = await world.ok(person, 'roll.open', { village: VILLAGE });
      expect(bottom).toEqual([{ name: '乌*', mine: false, may: [] }]);
    }
  });

  test('a candidate sees the own line, and no other', async () => {
    await rolled(world);
    await world.ok('chief', 'roll.recommend', SAY);
    const mine = await world.ok('worker', 'roll.open', {});
    expect(mine).toMatchObject({
      as: 'own',
      top: [{ mine: true, score: 95.5, may: ['consent'] }],
      bottom: [],
      may: [],
    });
    expect(mine.top[0]).not.toHaveProperty('rank');
    expect(await world.ok('w1', 'roll.open', {})).toMatchObject({ top: [], bottom: [] });
  });

  test('whoever is offered a training sees that alone', async () => {
    await rolled(world);
    expect(await world.ok('colleague', 'roll.open', {})).toMatchObject({
      top: [],
      bottom: [{ subject: 'colleague', mine: true, may: ['sign-up'] }],
    });
  });

  test('a resident sees nothing of it, the next village does not exist, nobody else is told of it', async () => {
    await rolled(world);
    await published(world);
    const view = await world.ok('resident', 'roll.open', { subjects: 'worker' });
    expect([view.top, view.bottom, view.may, view.bases]).toEqual([[], [], [], []]);
    for (const person of ['farChief', 'farSecretary'])
      expect(await world.refused(person, 'roll.open', { village: VILLAGE })).toMatchObject({
        code: 'NOT_YOURS',
      });
    const handler = await world.call('handler', 'roll.open', { village: VILLAGE });
    expect(handler).toMatchObject({ ok: false, error: { code: 'NOT_YOURS' } });
  });

  test('who looks at others is written down, who looks at themselves is not', async () => {
    await rolled(world);
    await world.ok('worker', 'roll.open', {});
    await world.ok('colleague', 'roll.open', {});
    expect(await world.documents('accesses')).toEqual([]);
    await world.ok('secretary', 'roll.open', {});
    expect(await world.documents<Access>('accesses')).toMatchObject([
      { what: 'evaluation', area: VILLAGE, by: { person: 'secretary' }, count: 2 },
    ]);
  });
});
