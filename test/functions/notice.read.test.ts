import { accepted } from './problem.stage';
import { startWorld, type World } from './world';

describe('notice.read', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await accepted(world);
  });
  afterAll(() => world.stop());

  test('reading marks once; somebody else’s notice is not touched', async () => {
    const [notice] = (await world.ok('chief', 'notice.inbox', {})).notices;
    expect(await world.ok('resident', 'notice.read', { notices: [notice!.id] })).toMatchObject({ read: 0 });
    expect(await world.ok('chief', 'notice.read', { notices: [notice!.id] })).toMatchObject({ read: 1 });
    expect(await world.ok('chief', 'notice.read', { notices: [notice!.id] })).toMatchObject({ read: 0 });
    expect((await world.ok('chief', 'notice.inbox', {})).notices[0]).toMatchObject({ read: true });
  });
});
