import { accepted, finished, reported } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.comment', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('tells the other side and moves no deadline', async () => {
    const problem = await accepted(world);
    const before = await world.ok('resident', 'problem.view', { problem });
    await world.moveClock(world.cloud.clock.now() + 3_600_000);
    await world.ok('resident', 'problem.comment', { problem, text: '今天又有车陷进去了' });
    await world.ok('chief', 'problem.comment', { problem, text: '知道了，明天去' });
    const after = await world.ok('resident', 'problem.view', { problem });
    expect(after.deadline).toEqual(before.deadline);
    expect(after.timeline.map((entry) => entry.what)).toEqual(['report', 'accept', 'comment', 'comment']);
    expect((await world.ok('chief', 'notice.inbox', {})).notices[0]).toMatchObject({ kind: 'commented' });
    expect((await world.ok('resident', 'notice.inbox', {})).notices[0]).toMatchObject({ kind: 'commented' });
  });

  test('needs words, and a hand in the matter', async () => {
    const problem = await reported(world);
    expect(await world.refused('resident', 'problem.comment', { problem, text: '' })).toMatchObject({
      path: 'text',
    });
    expect(await world.refused('secretary', 'problem.comment', { problem, text: '看到了' })).toMatchObject({
      code: 'NOT_YOURS',
    });
    await world.ok('resident', 'problem.comment', { problem: await finished(world), text: '谢谢' });
  });
});
