import { NOW } from './people';
import { startWorld, type World } from './world';

describe('roll.basis', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('entered by the banner’s administrator; it does not hold before a second person approved it', async () => {
    const id = world.newId();
    const input = { text: '某条例第三条', until: NOW + 8e9 };
    const { basis } = await world.ok('admin', 'roll.basis', input, id);
    expect(await world.ok('admin', 'roll.basis', input, id)).toMatchObject({ basis });
    expect((await world.ok('admin', 'roll.bases', {})).bases).toMatchObject([
      { id: basis, text: '某条例第三条', by: '白音', holds: false, may: ['end'] },
    ]);
  });

  test('with an end in the future, three years at most', async () => {
    for (const until of [NOW - 1, NOW + 4 * 366 * 86_400_000])
      expect(await world.refused('admin', 'roll.basis', { text: '某条例', until })).toMatchObject({
        path: 'until',
      });
    expect(await world.refused('admin', 'roll.basis', { text: ' ', until: NOW + 1e9 })).toMatchObject({
      path: 'text',
    });
  });
});
