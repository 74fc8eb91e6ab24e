import { NOW, TOWNSHIP, VILLAGE } from './people';
import { HERE } from './study.stage';
import { startWorld, type World } from './world';

describe('study.calendar', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await world.ok('secretary', 'study.hold', {
      ...HERE,
      heldAt: NOW,
      attendance: [{ name: '张建国' }],
      minutes: '没有要研究的事',
      carry: [],
    });
  });
  afterAll(() => world.stop());

  test('the level above sees how each area below kept its sessions', async () => {
    const { rows, held, of } = await world.ok('official', 'study.calendar', { area: TOWNSHIP });
    expect(rows.map(({ area, held: own, of: due }) => [area.code, own, due])).toEqual([
      [TOWNSHIP, 0, 10],
      [VILLAGE, 1, 22],
      ['150625100211', 0, 21],
    ]);
    expect([held, of]).toEqual([1, 53]);
    expect(rows[1]!.marks.at(-1)).toMatchObject({ period: '2026-11B', state: 'held', heldAt: NOW });
  });

  test('not somebody from elsewhere', async () => {
    expect(await world.refused('farSecretary', 'study.calendar', { area: VILLAGE })).toMatchObject({
      code: 'NOT_YOURS',
    });
  });
});
