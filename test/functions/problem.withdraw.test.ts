import { accepted, finished, reported } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.withdraw', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('the reporter takes it back while nobody has finished it', async () => {
    for (const problem of [await reported(world), await accepted(world)]) {
      expect(await world.ok('resident', 'problem.withdraw', { problem })).toMatchObject({
        status: 'withdrawn',
      });
      expect((await world.ok('chief', 'notice.inbox', {})).notices[0]).toMatchObject({
        kind: 'answered',
        about: { kind: 'problem', id: problem },
      });
    }
    expect(
      await world.refused('resident', 'problem.withdraw', { problem: await finished(world) }),
    ).toMatchObject({ code: 'NOT_NOW' });
  });

  test('somebody else’s cannot be withdrawn', async () => {
    const problem = await reported(world);
    expect(await world.refused('neighbour', 'problem.withdraw', { problem })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await world.refused('worker', 'problem.withdraw', { problem })).toMatchObject({
      code: 'NOT_YOURS',
    });
  });
});
