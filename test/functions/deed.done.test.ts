import { DAY } from '../../domain/time/shanghai';
import { promised } from './deed.stage';
import { NOW } from './people';
import { startWorld, type World } from './world';

describe('deed.done', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('says what came of it and who gained; done once, and never late afterwards', async () => {
    const deed = await promised(world);
    const benefit = { households: 35, words: '二社' };
    expect(await world.ok('secretary', 'deed.done', { deed, text: '20 盏都亮了', benefit })).toMatchObject({
      status: 'done',
    });
    expect(await world.refused('secretary', 'deed.done', { deed, text: '又亮了' })).toMatchObject({
      code: 'NOT_NOW',
    });
    const view = await world.ok('secretary', 'deed.view', { deed });
    expect(view).toMatchObject({ status: 'done', benefit, actions: [], late: false });
    expect(view.endedAt).toBeGreaterThanOrEqual(NOW);
    await world.moveClock(NOW + 31 * DAY);
    expect(await world.runTimer('convene')).toMatchObject({ data: { late: 0 } });
  });
});
