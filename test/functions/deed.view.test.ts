import { promised } from './deed.stage';
import { startWorld, type World } from './world';

describe('deed.view', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('the public sees what and when, neither names nor photos; a colleague sees who', async () => {
    const deed = await promised(world);
    await world.ok('secretary', 'deed.progress', { deed, text: '灯杆运到了' });
    const open = await world.ok('resident', 'deed.view', { deed });
    expect(open).toMatchObject({ masked: true, responsible: { name: '张**' }, actions: [] });
    expect(JSON.stringify(open)).not.toContain('张建国');
    expect(open.timeline.map(({ text }) => text)).toEqual([undefined, '灯杆运到了']);
    expect(await world.ok('worker', 'deed.view', { deed })).toMatchObject({
      masked: false,
      responsible: { name: '张建国' },
      actions: [],
    });
    expect((await world.ok('secretary', 'deed.view', { deed })).actions).toEqual([
      'progress',
      'done',
      'drop',
    ]);
  });

  test('one that is not there is not found', async () => {
    expect(await world.refused('secretary', 'deed.view', { deed: 'd-none' })).toMatchObject({
      code: 'NOT_FOUND',
      path: 'deed',
    });
  });
});
