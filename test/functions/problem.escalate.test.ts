import { accepted, finished, reported } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.escalate', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('goes to the village secretary, who is alerted, and the reporter is told', async () => {
    const problem = await accepted(world);
    const answer = await world.ok('chief', 'problem.escalate', { problem, text: '要和扬水站商量' });
    expect(answer).toMatchObject({ status: 'reported', holder: { role: 'secretary', level: 'village' } });
    expect((await world.ok('secretary', 'notice.inbox', {})).notices[0]).toMatchObject({
      kind: 'escalated',
      about: { kind: 'problem', id: problem },
    });
    expect((await world.ok('resident', 'notice.inbox', {})).notices[0]).toMatchObject({
      kind: 'moved',
      about: { kind: 'problem', id: problem },
    });
    expect(await world.ok('secretary', 'home.open', {})).toMatchObject({ desk: [{ id: problem }] });
  });

  test('the former holder has no hand in it any more', async () => {
    const problem = await reported(world);
    await world.ok('chief', 'problem.escalate', { problem, text: '网格里办不了' });
    expect(await world.refused('chief', 'problem.accept', { problem })).toMatchObject({ code: 'NOT_YOURS' });
    expect(await world.refused('secretary', 'problem.escalate', { problem })).toMatchObject({ path: 'text' });
  });

  test('finished matters do not climb', async () => {
    const problem = await finished(world);
    expect(await world.refused('chief', 'problem.escalate', { problem, text: '上去' })).toMatchObject({
      code: 'NOT_NOW',
    });
  });
});
