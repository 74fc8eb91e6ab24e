import { promised } from './deed.stage';
import { startWorld, type World } from './world';

describe('deed.drop', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('needs a reason, stays readable, and leaves the count of promises', async () => {
    const deed = await promised(world);
    await promised(world);
    expect(await world.refused('secretary', 'deed.drop', { deed, text: ' ' })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'text',
    });
    await world.ok('secretary', 'deed.drop', { deed, text: '供电所已经装了' });
    const view = await world.ok('secretary', 'deed.view', { deed });
    expect(view).toMatchObject({
      status: 'dropped',
      timeline: [{}, { what: 'drop', text: '供电所已经装了' }],
    });
    const { all } = await world.ok('secretary', 'deed.totals', {});
    expect(all.organisation).toEqual({ done: 0, total: 1 });
  });
});
