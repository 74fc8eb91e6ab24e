import { accepted, finished, reported } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.finish', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('the result goes to the reporter, who has seven days to answer', async () => {
    const problem = await accepted(world);
    const answer = await world.ok('chief', 'problem.finish', { problem, text: '路面铺了砂石' });
    expect(answer).toMatchObject({ status: 'finished', deadline: { kind: 'answer' } });
    const { notices } = await world.ok('resident', 'notice.inbox', {});
    expect(notices[0]).toMatchObject({
      kind: 'finished',
      text: { zh: '路面铺了砂石。解决了吗？请点开告诉我们' },
    });
  });

  test('what was not accepted cannot be finished, and a result is needed', async () => {
    const problem = await reported(world);
    expect(await world.refused('chief', 'problem.finish', { problem, text: '好了' })).toMatchObject({
      code: 'NOT_NOW',
    });
    expect(await world.refused('chief', 'problem.finish', { problem })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'text',
    });
    const done = await finished(world);
    expect(await world.refused('chief', 'problem.finish', { problem: done, text: '又好了' })).toMatchObject({
      code: 'NOT_NOW',
    });
  });
});
