import { accepted, finished, reported } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.confirm', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('one tap closes it as solved; stars and words are optional', async () => {
    const problem = await finished(world);
    const answer = await world.ok('resident', 'problem.confirm', { problem });
    expect(answer.status).toBe('closed');
    expect(answer.deadline).toBeUndefined();
    expect(await world.ok('resident', 'problem.view', { problem })).toMatchObject({
      outcome: 'solved',
      // Stars can still be given.
      actions: ['rate'],
      why: [],
    });
    expect((await world.ok('chief', 'notice.inbox', {})).notices[0]).toMatchObject({
      kind: 'answered',
      about: { kind: 'problem', id: problem },
    });
  });

  test('only the reporter may, and only once it is finished', async () => {
    const open = await accepted(world);
    expect(await world.refused('resident', 'problem.confirm', { problem: open })).toMatchObject({
      code: 'NOT_NOW',
    });
    const done = await finished(world);
    expect(await world.refused('worker', 'problem.confirm', { problem: done })).toMatchObject({
      code: 'NOT_YOURS',
    });
    expect(await world.refused('resident', 'problem.confirm', { problem: done, stars: 6 })).toMatchObject({
      path: 'stars',
    });
    expect(await world.refused('chief', 'problem.confirm', { problem: await reported(world) })).toMatchObject(
      { code: 'FORBIDDEN' },
    );
  });
});
