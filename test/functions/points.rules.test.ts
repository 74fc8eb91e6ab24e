import { DEFAULT_RULES } from '../../domain/points/defaults';
import { startWorld, type World } from './world';

const { rules, scheme } = DEFAULT_RULES;

describe('points.rules', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('everybody reads what holds, in plain words; drafts are for who drafts and who enables', async () => {
    await world.ok('admin', 'points.draft', { version: '2027.1', rules, scheme });
    for (const person of ['resident', 'worker', 'chief', 'supervisor', 'official']) {
      const { versions, may } = await world.ok(person, 'points.rules', {});
      expect(versions.map(({ id, holds }) => [id, holds])).toEqual([['default.1', true]]);
      expect(may).toEqual({ draft: false, enable: false });
    }
    const { versions } = await world.ok('admin', 'points.rules', {});
    expect(versions.map(({ id, holds, own }) => [id, holds, own])).toEqual([
      ['2027.1', false, true],
      ['default.1', true, false],
    ]);
    expect((await world.ok('bannerOfficial', 'points.rules', {})).may).toEqual({
      draft: false,
      enable: true,
    });
  });
});
