import { NOW } from './people';
import { based, ROLL, rolled } from './roll.stage';
import { startWorld, type World } from './world';

describe('roll.end', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('takes every internal roll on it with it, at once; why is kept', async () => {
    await rolled(world);
    const basis = await based(world);
    await world.ok('secretary', 'roll.post', { ...ROLL, basis, until: NOW + 8e8 });
    expect((await world.ok('secretary', 'roll.open', {})).internal).toBeDefined();
    expect(await world.refused('official', 'roll.end', { basis, text: '不合适' })).toMatchObject({
      code: 'NOT_YOURS',
    });
    await world.ok('bannerOfficial', 'roll.end', { basis, text: '上位法改了' });
    const view = await world.ok('secretary', 'roll.open', {});
    expect(view).not.toHaveProperty('internal');
    expect(view.bases).toEqual([]);
    expect((await world.ok('admin', 'roll.bases', {})).bases).toMatchObject([
      { holds: false, ended: { by: '孙立', text: '上位法改了' }, may: [] },
    ]);
  });
});
