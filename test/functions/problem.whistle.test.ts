import { accepted, code, POWER, told, WATER } from './problem.stage';
import { startWorld, type World } from './world';

describe('problem.whistle', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('the village whistles, the department reports: helpers see it, and say how it goes', async () => {
    const problem = await accepted(world);
    await world.ok('chief', 'problem.whistle', { problem, parties: [WATER, POWER], text: '请来看看渠路' });
    expect(await told(world, 'waterUnit')).toEqual(['whistled', problem]);
    const view = await world.ok('waterUnit', 'problem.view', { problem });
    expect(view.helpers.map(({ unit }) => unit)).toEqual(['旗水利局', '旗供电局']);
    expect(view.actions).toEqual(['progress', 'comment']);
    const desk = await world.ok('powerUnit', 'problem.list', { scope: 'desk', only: 'helper' });
    expect(desk.problems.map(({ id }) => id)).toEqual([problem]);
    expect(await code(world, 'waterUnit', 'problem.finish', { problem, text: '好' })).toBe('NOT_YOURS');
  });

  test('who helps already is not called again, and nobody is told twice', async () => {
    const problem = await accepted(world);
    await world.ok('chief', 'problem.whistle', { problem, parties: [WATER, WATER] });
    expect((await world.ok('chief', 'problem.view', { problem })).helpers).toHaveLength(1);
    expect(await code(world, 'chief', 'problem.whistle', { problem, parties: [WATER] })).toBe('NOT_NOW');
    const inbox = (await world.ok('waterUnit', 'notice.inbox', {})).notices;
    expect(inbox.filter(({ about }) => about.id === problem)).toHaveLength(1);
  });
});
