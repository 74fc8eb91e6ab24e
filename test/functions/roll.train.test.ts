import { ROLL, rolled, rollOf } from './roll.stage';
import { startWorld, type World } from './world';

describe('roll.train', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await rolled(world);
  });
  afterEach(() => world.stop());

  test('signed up by oneself, completed by the secretary', async () => {
    const done = { ...ROLL, subject: 'colleague', step: 'complete' as const };
    expect(await world.refused('secretary', 'roll.train', done)).toMatchObject({ code: 'NOT_NOW' });
    await world.ok('colleague', 'roll.train', { ...ROLL, step: 'sign-up' });
    expect((await world.ok('secretary', 'roll.open', {})).bottom[0]?.may).toEqual(['complete', 'repair']);
    await world.ok('secretary', 'roll.train', done);
    expect((await rollOf(world)).bottom[0]).toMatchObject({
      signedUpAt: expect.any(Number),
      completedAt: expect.any(Number),
    });
  });

  test('nobody signs up somebody else, nobody who was not offered one, nobody completes their own', async () => {
    const up = { ...ROLL, step: 'sign-up' as const };
    expect(await world.refused('secretary', 'roll.train', { ...up, subject: 'colleague' })).toMatchObject({
      code: 'NOT_YOURS',
    });
    expect(await world.refused('worker', 'roll.train', up)).toMatchObject({
      code: 'NOT_FOUND',
      path: 'subject',
    });
    await world.ok('colleague', 'roll.train', up);
    const done = { ...ROLL, subject: 'colleague', step: 'complete' as const };
    expect(await world.refused('colleague', 'roll.train', done)).toMatchObject({ code: 'NOT_YOURS' });
    expect(await world.refused('farSecretary', 'roll.train', done)).toMatchObject({ code: 'NOT_YOURS' });
    expect(await world.refused('secretary', 'roll.train', { ...ROLL, step: 'complete' })).toMatchObject({
      path: 'subject',
    });
  });
});
