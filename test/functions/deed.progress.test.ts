import { promised } from './deed.stage';
import { startWorld, type World } from './world';

describe('deed.progress', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('by the desk that answers for it, and by whoever is to do it; the history only grows', async () => {
    const deed = await promised(world, { responsible: { name: '王海', person: 'chief' } });
    await world.ok('secretary', 'deed.progress', { deed, text: '灯杆订好了' });
    await world.ok('chief', 'deed.progress', { deed, text: '灯杆运到了' });
    const { timeline, status } = await world.ok('secretary', 'deed.view', { deed });
    expect(status).toBe('promised');
    expect(timeline.map(({ what, text, by }) => [what, text, by])).toEqual([
      ['promise', undefined, '张建国'],
      ['progress', '灯杆订好了', '张建国'],
      ['progress', '灯杆运到了', '王海'],
    ]);
  });

  test('nobody else, nor with somebody else’s photos', async () => {
    const deed = await promised(world);
    for (const person of ['worker', 'farSecretary', 'official'])
      expect(await world.refused(person, 'deed.progress', { deed, text: '动工' })).toMatchObject({
        code: 'NOT_YOURS',
        path: 'deed',
      });
    const photos = ['cloud://local/media/abcdefghij-0123456789abcdef01234567/a.jpg'];
    expect(await world.refused('secretary', 'deed.progress', { deed, text: '动工', photos })).toMatchObject({
      code: 'NOT_YOURS',
      path: 'photos.0',
    });
  });
});
