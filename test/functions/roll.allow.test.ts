import { NOW } from './people';
import { startWorld, type World } from './world';

describe('roll.allow', () => {
  let world: World;
  let basis: string;
  beforeEach(async () => {
    world = await startWorld();
    ({ basis } = await world.ok('admin', 'roll.basis', { text: '某条例第三条', until: NOW + 8e9 }));
  });
  afterEach(() => world.stop());
  const shown = async () => (await world.ok('bannerOfficial', 'roll.bases', {})).bases[0];

  test('by an official of the banner, not of a township', async () => {
    expect(await world.refused('official', 'roll.allow', { basis })).toMatchObject({ code: 'NOT_YOURS' });
    expect(await shown()).toMatchObject({ holds: false, may: ['allow', 'end'] });
    await world.ok('bannerOfficial', 'roll.allow', { basis });
    expect(await shown()).toMatchObject({ holds: true, approvedBy: '孙立', may: ['end'] });
  });

  test('not by who entered it', async () => {
    const posts = ['official', 'admin'].map((role) => ({ role, area: '150625', areaPath: '' }));
    world.change('people', 'admin', { posts, desks: ['official@150625', 'admin@150625'] });
    expect(await world.refused('admin', 'roll.allow', { basis })).toMatchObject({
      code: 'NOT_YOURS',
      path: 'basis',
    });
  });

  test('not what has ended', async () => {
    await world.ok('admin', 'roll.end', { basis, text: '写错了' });
    expect(await world.refused('bannerOfficial', 'roll.allow', { basis })).toMatchObject({ code: 'NOT_NOW' });
    expect(await world.refused('bannerOfficial', 'roll.allow', { basis: 'b-none' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
