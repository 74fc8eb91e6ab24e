import { accepted, reported } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.accept', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('the holder says “mine”, and the reporter is told who', async () => {
    const problem = await reported(world);
    const answer = await world.ok('chief', 'problem.accept', { problem });
    expect(answer).toMatchObject({
      status: 'accepted',
      holder: { name: '王海' },
      deadline: { kind: 'solve' },
    });
    const { notices } = await world.ok('resident', 'notice.inbox', {});
    expect(notices[0]).toMatchObject({
      kind: 'accepted',
      title: { zh: '网格长王海已受理' },
      about: { kind: 'problem', id: problem },
    });
  });

  test('accepting costs one read and one write besides the session and its notice', async () => {
    const problem = await reported(world);
    await world.token('chief');
    await world.resetUsage();
    await world.ok('chief', 'problem.accept', { problem });
    // session 1 + load 1 + recipients 1; command 1 + inbox 1 + attempt 1 + outbox cleared 1
    expect(await world.usage()).toMatchObject({ calls: 1, reads: 3, writes: 4 });
  });

  test('twice is refused, and so is anybody else', async () => {
    const problem = await accepted(world);
    expect(await world.refused('chief', 'problem.accept', { problem })).toMatchObject({
      code: 'NOT_NOW',
      status: 409,
    });
    const other = await reported(world);
    expect(await world.refused('secretary', 'problem.accept', { problem: other })).toMatchObject({
      code: 'NOT_YOURS',
    });
    expect(await world.refused('farChief', 'problem.accept', { problem: other })).toMatchObject({
      code: 'NOT_FOUND',
    });
    // A worker may lead a matter, but nobody gave this one a hand in it.
    expect(await world.refused('worker', 'problem.accept', { problem: other })).toMatchObject({
      code: 'NOT_YOURS',
    });
    expect(await world.refused('resident', 'problem.accept', { problem: other })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
