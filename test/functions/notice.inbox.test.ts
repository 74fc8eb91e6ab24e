import { accepted } from './problem.stage';
import { startWorld, type World } from './world';

describe('notice.inbox', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await accepted(world);
  });
  afterAll(() => world.stop());

  test('an inbox is its owner’s only', async () => {
    expect((await world.ok('chief', 'notice.inbox', {})).notices.map((notice) => notice.kind)).toEqual([
      'new',
    ]);
    expect((await world.ok('resident', 'notice.inbox', {})).notices.map((notice) => notice.kind)).toEqual([
      'accepted',
    ]);
    expect((await world.ok('farChief', 'notice.inbox', {})).notices).toEqual([]);
  });
});
