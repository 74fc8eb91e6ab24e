import type { PointsBook } from '../../domain/points/book';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { VILLAGE } from './people';
import { approved, settled } from './points.stage';
import { startWorld, type World } from './world';

const { rules, scheme } = DEFAULT_RULES;
const INPUT = { version: '2027.1', village: VILLAGE, year: '2026' };

describe('points.dryRun', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await approved(world);
    await settled(world);
    const generous = rules.map((rule) =>
      rule.id === 'meetings' ? { ...rule, amount: [{ from: 1, amount: 10 }] } : rule,
    );
    await world.ok('admin', 'points.draft', { version: '2027.1', rules: generous, scheme });
  });
  afterAll(() => world.stop());

  test('shows what a draft would have booked, the largest change first, and changes nothing', async () => {
    const before = await world.documents<PointsBook>('books');
    expect(await world.ok('official', 'points.dryRun', INPUT)).toMatchObject({
      version: '2027.1',
      rows: [
        { account: 'worker.worker', name: '刘志强', was: 6, would: 12 },
        { account: 'worker.colleague', name: '乌云', was: 0, would: 0 },
      ],
      was: 6,
      would: 12,
    });
    expect(await world.documents('books')).toEqual(before);
  });

  test('the rules that held give what was booked', async () => {
    const { rows } = await world.ok('official', 'points.dryRun', { ...INPUT, version: 'default.1' });
    expect(rows.every(({ was, would }) => was === would)).toBe(true);
  });

  test('who is not of the evaluation sees figures, not whose', async () => {
    const { rows } = await world.ok('admin', 'points.dryRun', INPUT);
    expect(rows).toEqual([
      { was: 6, would: 12 },
      { was: 0, would: 0 },
    ]);
    expect((await world.documents('accesses')).at(-1)).toMatchObject({
      what: 'points',
      masked: true,
      count: 2,
    });
  });

  test('no such version; a year in which nothing was settled', async () => {
    expect(await world.refused('official', 'points.dryRun', { ...INPUT, version: 'none.1' })).toMatchObject({
      code: 'NOT_FOUND',
      path: 'version',
    });
    expect((await world.ok('official', 'points.dryRun', { ...INPUT, year: '2024' })).rows).toEqual([]);
  });
});
