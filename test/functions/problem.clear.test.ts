import type { Problem } from '../../domain/problem/problem';
import { startWorld, type World } from './world';

describe('problem.clear', () => {
  let world: World;
  let problem: string;
  beforeEach(async () => {
    world = await startWorld();
    ({ problem } = await world.ok('resident', 'problem.report', {
      category: 'road',
      text: '有人违规占道',
      public: true,
    }));
    await world.runTimer('content');
  });
  afterEach(() => world.stop());

  const content = async () => (await world.documents<Problem>('problems'))[0]!.content;

  test('the secretary passes what the check doubted; then neighbours may see it', async () => {
    expect(await content()).toMatchObject({ state: 'review' });
    expect((await world.ok('secretary', 'problem.view', { problem })).content).toEqual({
      state: 'review',
      mayClear: true,
    });
    const id = world.newId();
    const answer = await world.ok('secretary', 'problem.clear', { problem, verdict: 'passed' }, id);
    expect(answer).toMatchObject({ problem, state: 'passed' });
    expect(await world.ok('secretary', 'problem.clear', { problem, verdict: 'passed' }, id)).toEqual(answer);
    expect(await content()).toMatchObject({ state: 'passed', by: { person: 'secretary', name: '张建国' } });
    const { problems } = await world.ok('neighbour', 'problem.similar', { category: 'road', text: '占道' });
    expect(problems).toMatchObject([{ summary: '有人违规占道' }]);
  });

  test('the supervisor hides it again', async () => {
    await world.ok('secretary', 'problem.clear', { problem, verdict: 'passed' });
    await world.ok('supervisor', 'problem.clear', { problem, verdict: 'hidden' });
    expect(await content()).toMatchObject({ state: 'hidden' });
    const { problems } = await world.ok('neighbour', 'problem.similar', { category: 'road', text: '占道' });
    expect(problems).toMatchObject([{ summary: '' }]);
  });

  test('nobody else, and not twice the same', async () => {
    expect(
      await world.refused('farSecretary', 'problem.clear', { problem, verdict: 'passed' }),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await world.refused('chief', 'problem.clear', { problem, verdict: 'passed' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await world.ok('chief', 'problem.view', { problem })).content).toEqual({
      state: 'review',
      mayClear: false,
    });
    await world.ok('secretary', 'problem.clear', { problem, verdict: 'passed' });
    expect(await world.refused('supervisor', 'problem.clear', { problem, verdict: 'passed' })).toMatchObject({
      code: 'NOT_NOW',
      path: 'verdict',
    });
    expect(await world.refused('secretary', 'problem.clear', { problem, verdict: 'maybe' })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'verdict',
    });
  });
});
