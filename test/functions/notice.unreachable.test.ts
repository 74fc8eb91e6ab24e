import { reported } from './problem.stage';
import { startWorld, TEMPLATES, type World } from './world';

describe('notice.unreachable', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test('who could not be reached stands on the list of the levels above, with the phone number, until a message arrives', async () => {
    await reported(world);
    const [silent] = (await world.ok('secretary', 'notice.unreachable', {})).people;
    expect(silent).toMatchObject({ person: 'chief', name: '王海', role: 'chief', phone: '19900000001' });
    expect((await world.ok('farSecretary', 'notice.unreachable', {})).people).toEqual([]);
    world.cloud.phones.consent('openid-chief', TEMPLATES.task, 1);
    await reported(world);
    expect((await world.ok('secretary', 'notice.unreachable', {})).people).toEqual([]);
  });

  test('nobody looks outside the own area', async () => {
    expect(await world.refused('secretary', 'notice.unreachable', { area: '150625100211' })).toMatchObject({
      code: 'NOT_YOURS',
      path: 'area',
    });
  });
});
