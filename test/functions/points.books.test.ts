import type { Access } from '../../domain/registry/access';
import { GRID, TOWNSHIP, VILLAGE } from './people';
import { approved, joined } from './points.stage';
import { startWorld, type World } from './world';

describe('points.books', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await approved(world);
    await joined(world, { total: 9, name: '户主1' });
  });
  afterAll(() => world.stop());

  test('a village’s workers by name, not by points, also who has none; one look is written down', async () => {
    const { rows, year } = await world.ok('secretary', 'points.books', { area: VILLAGE, kind: 'worker' });
    expect(year).toBe('2026');
    expect(rows).toMatchObject([
      { account: 'worker.worker', name: '刘志强', total: 5, closed: false },
      { account: 'worker.colleague', name: '乌云', total: 0, closed: false },
    ]);
    expect(await world.documents<Access>('accesses')).toMatchObject([
      { what: 'points', area: VILLAGE, by: { person: 'secretary' }, count: 2 },
    ]);
  });

  test('a household’s points are for the village only', async () => {
    const { rows } = await world.ok('secretary', 'points.books', { area: VILLAGE, kind: 'household' });
    expect(rows).toMatchObject([{ account: 'household.h1', total: 9 }]);
    for (const person of ['official', 'supervisor'])
      expect(await world.refused(person, 'points.books', { area: VILLAGE, kind: 'household' })).toMatchObject(
        { code: 'NOT_YOURS', path: 'area' },
      );
  });

  test('early in a year also the household that nobody has written anything for yet', async () => {
    const input = { area: VILLAGE, kind: 'household' as const, year: '2027' };
    const { rows } = await world.ok('secretary', 'points.books', input);
    expect(rows).toMatchObject([{ account: 'household.h1', name: '户主1', total: 0, closed: false }]);
  });

  test('organisations of an area and right below it', async () => {
    const { rows } = await world.ok('official', 'points.books', { area: TOWNSHIP, kind: 'organisation' });
    expect(rows.map(({ name }) => name).sort()).toEqual(['广丰村委会', '胜利村委会', '锡尼镇'].sort());
  });

  test('workers of one village at a time, and of one’s own area only', async () => {
    expect(await world.refused('official', 'points.books', { area: TOWNSHIP, kind: 'worker' })).toMatchObject(
      {
        code: 'BAD_INPUT',
        path: 'area',
      },
    );
    expect(await world.refused('secretary', 'points.books', { area: GRID, kind: 'worker' })).toMatchObject({
      code: 'BAD_INPUT',
    });
    expect(
      await world.refused('farSecretary', 'points.books', { area: VILLAGE, kind: 'worker' }),
    ).toMatchObject({ code: 'NOT_YOURS', path: 'area' });
  });
});
