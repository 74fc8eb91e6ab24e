import { HERE, signedYear, YEAR } from './evaluation.stage';
import { startWorld, type World } from './world';

describe('evaluation.list', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('how far each village is, also those that have not begun; nobody’s name', async () => {
    await signedYear(world);
    await world.ok('worker', 'evaluation.appeal', { ...HERE, text: '少算了' });
    for (const leader of ['official', 'bannerOfficial', 'supervisor']) {
      const list = await world.ok(leader, 'evaluation.list', {});
      expect(list).toMatchObject({
        year: YEAR,
        rows: [
          { village: { name: '胜利村委会' }, state: 'signed', candidates: 2, openAppeals: 1 },
          { village: { name: '广丰村委会' }, candidates: 0, openAppeals: 0 },
        ],
      });
      expect(JSON.stringify(list)).not.toContain('刘志强');
    }
  });

  test('is two reads besides the session', async () => {
    await world.token('official');
    await world.resetUsage();
    await world.ok('official', 'evaluation.list', {});
    expect(await world.usage()).toMatchObject({ reads: 3, writes: 0 });
  });
});
