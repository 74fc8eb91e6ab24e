import { based } from './roll.stage';
import { startWorld, type World } from './world';

describe('roll.bases', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('everybody who evaluates reads them, only the banner’s own may do something', async () => {
    const basis = await based(world);
    const asked = await Promise.all(
      ['secretary', 'official', 'supervisor', 'bannerOfficial', 'admin'].map((person) =>
        world.ok(person, 'roll.bases', {}),
      ),
    );
    expect(asked.map(({ bases: [one], may }) => [one?.id, one?.may, may])).toEqual([
      [basis, [], []],
      [basis, [], []],
      [basis, [], []],
      [basis, ['end'], []],
      [basis, ['end'], ['basis']],
    ]);
  });
});
