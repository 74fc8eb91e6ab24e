import fc from 'fast-check';
import {
  halfMonthKey,
  isWeekKey,
  monthKey,
  quarterKey,
  recentWeeks,
  studySpan,
  weekKey,
  weekSpan,
} from '../../domain/time/period';
import { atShanghai, DAY, shanghai } from '../../domain/time/shanghai';

const instants = fc.integer({ min: atShanghai('2020-01-01'), max: atShanghai('2080-01-01') });

describe('period keys, always Asia/Shanghai', () => {
  test.each([
    ['2026-11-22 23:59', '2026-W47'],
    ['2026-11-23 00:00', '2026-W48'],
    ['2026-12-31 12:00', '2026-W53'],
    ['2027-01-01 00:00', '2026-W53'],
    ['2027-01-04 00:00', '2027-W01'],
    ['2024-12-30 08:00', '2025-W01'],
  ])('%s lies in week %s', (wall, key) => {
    expect(weekKey(atShanghai(wall))).toBe(key);
  });

  test('half months, months and quarters turn at Shanghai midnight, not at UTC midnight', () => {
    expect(halfMonthKey(atShanghai('2026-11-15 23:59'))).toBe('2026-11A');
    expect(halfMonthKey(atShanghai('2026-11-16 00:00'))).toBe('2026-11B');
    expect(monthKey(atShanghai('2026-12-01 00:30'))).toBe('2026-12');
    expect(quarterKey(atShanghai('2026-12-31 23:59'))).toBe('2026-Q4');
    expect(quarterKey(atShanghai('2027-01-01 00:00'))).toBe('2027-Q1');
  });

  test('every instant lies in the span of its own week, Monday to Sunday', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const key = weekKey(at);
        const { from, to } = weekSpan(key);
        expect(isWeekKey(key)).toBe(true);
        expect(from <= at && at < to).toBe(true);
        expect(to - from).toBe(7 * DAY);
        expect(shanghai(from).isoWeekday()).toBe(1);
      }),
    );
  });

  test('a week that does not exist is no week key', () => {
    expect(isWeekKey('2026-W53')).toBe(true);
    expect(isWeekKey('2027-W53')).toBe(false);
    expect(isWeekKey('2026-W00')).toBe(false);
    expect(isWeekKey('soon')).toBe(false);
  });

  test('recent weeks are distinct and newest first, over New Year too', () => {
    expect(recentWeeks(atShanghai('2027-01-05'), 3)).toEqual(['2027-W01', '2026-W53', '2026-W52']);
  });

  test('study spans tile time without gaps', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom('half-month', 'month', 'quarter' as const), (at, period) => {
        const span = studySpan(period as 'month', at);
        expect(span.from <= at && at < span.to).toBe(true);
        expect(studySpan(period as 'month', span.to).from).toBe(span.to);
      }),
    );
  });
});
