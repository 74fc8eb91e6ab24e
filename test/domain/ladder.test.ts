import { explain } from '../../domain/problem/explain';
import { acceptBy, LADDERS, solveBy } from '../../domain/problem/ladder';
import { atShanghai, DAY, HOUR } from '../../domain/time/shanghai';

const monday = atShanghai('2026-11-23 10:00');

describe('the ladder', () => {
  test('a grid has 24 hours to accept and 5 working days to solve', () => {
    expect(acceptBy(LADDERS.normal, 'grid', monday).at).toBe(monday + 24 * HOUR);
    expect(solveBy(LADDERS.normal, 'grid', monday).at).toBe(atShanghai('2026-11-30 10:00'));
  });

  test.each([
    ['village', '2026-11-23 10:00', '2026-12-01'],
    ['village', '2026-11-28 00:00', '2026-12-01'], // three days remain: this period still
    ['village', '2026-11-28 00:01', '2026-12-16'], // fewer than three: the following one
    ['township', '2026-11-23 10:00', '2026-12-01'],
    ['township', '2026-11-27 10:00', '2027-01-01'],
    ['banner', '2026-11-23 10:00', '2027-01-01'],
    ['banner', '2026-12-25 10:00', '2027-04-01'],
  ] as const)('at the %s, what arrives on %s is due by the end of the session period before %s', (level, from, to) => {
    expect(acceptBy(LADDERS.normal, level, atShanghai(from)).at).toBe(atShanghai(to));
  });

  test('the urgent ladder runs through: 4 h and 24 h, then 3, 7 and 15 days', () => {
    expect(acceptBy(LADDERS.urgent, 'grid', monday).at).toBe(monday + 4 * HOUR);
    expect(solveBy(LADDERS.urgent, 'grid', monday).at).toBe(monday + 24 * HOUR);
    expect(acceptBy(LADDERS.urgent, 'banner', monday).at).toBe(monday + 15 * DAY);
  });

  test('midnight is told as the end of the day before', () => {
    const [promise] = explain(acceptBy(LADDERS.normal, 'village', monday));
    expect(promise?.zh).toBe('应于11月30日（周一）24:00前受理，因为：');
  });

  test('a deadline explains itself line by line', () => {
    const lines = explain(solveBy(LADDERS.normal, 'grid', monday));
    expect(lines.map((line) => line.zh)).toEqual([
      '应于11月30日（周一）10:00前办结，因为：',
      '11月23日（周一）10:00到网格',
      '按规定5个工作日内',
      '中间2天不是工作日（11-28、11-29）',
    ]);
    expect(lines.every((line) => line.en.length > 0)).toBe(true);
  });
});
