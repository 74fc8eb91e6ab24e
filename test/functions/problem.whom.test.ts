import { accepted, atBanner, code } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.whom', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const names = async (person: string, problem: string, purpose: 'assign' | 'whistle' | 'transfer') =>
    (await world.ok(person, 'problem.whom', { problem, for: purpose })).choices
      .map(({ name }) => name)
      .sort();

  test('a chief can give it to the grid’s workers, call in units, pass it to the chief beside', async () => {
    const problem = await accepted(world);
    expect(await names('chief', problem, 'assign')).toEqual(['乌云', '刘志强']);
    expect(await names('chief', problem, 'transfer')).toEqual(['周强']);
    expect(await names('chief', problem, 'whistle')).toEqual(
      expect.arrayContaining(['高平', '丁一', '张建国']),
    );
  });

  test('every choice is taken by the command as it stands', async () => {
    const problem = await atBanner(world);
    const { choices } = await world.ok('bannerOfficial', 'problem.whom', { problem, for: 'assign' });
    expect(choices.length).toBeGreaterThan(1);
    for (const { party } of choices) await world.ok('bannerOfficial', 'problem.assign', { problem, party });
  });

  test('only the holder asks', async () => {
    const problem = await accepted(world);
    expect(await code(world, 'secretary', 'problem.whom', { problem, for: 'assign' })).toBe('NOT_FOUND');
  });
});
