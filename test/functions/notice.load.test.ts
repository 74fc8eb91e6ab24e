import { startWorld, type World } from './world';

describe('notice.load', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await world.cloud.store.modify('people', {
      filter: { _id: 'worker' },
      data: { $set: { push: { weeks: { '2026-W48': 3 } } } },
      multi: false,
      merge: true,
      upsert: false,
    });
  });
  afterAll(() => world.stop());

  test('messages per worker and week, the newest first', async () => {
    const { weeks } = await world.ok('official', 'notice.load', {});
    expect(weeks).toHaveLength(4);
    expect(weeks[0]).toEqual({ week: '2026-W48', workers: 2, messages: 3, mean: 1.5 });
    expect(weeks[1]).toMatchObject({ messages: 0, mean: 0 });
  });
});
