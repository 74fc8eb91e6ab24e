import { accepted, finished, reported } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.reopen', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('“not solved” returns it one level up with the reporter’s words', async () => {
    const problem = await finished(world);
    const answer = await world.ok('resident', 'problem.reopen', { problem, text: '下雨又塌了' });
    expect(answer).toMatchObject({ status: 'reported', holder: { role: 'secretary' } });
    expect((await world.ok('secretary', 'notice.inbox', {})).notices[0]).toMatchObject({
      kind: 'reopened',
      about: { kind: 'problem', id: problem },
    });
  });

  test('needs a reason, and something to reopen', async () => {
    const problem = await finished(world);
    expect(await world.refused('resident', 'problem.reopen', { problem })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'text',
    });
    for (const other of [await reported(world), await accepted(world)]) {
      expect(
        await world.refused('resident', 'problem.reopen', { problem: other, text: '不行' }),
      ).toMatchObject({ code: 'NOT_NOW' });
    }
  });
});
