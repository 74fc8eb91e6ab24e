import { atShanghai } from '../../domain/time/shanghai';
import { addWorkdays, daysOff, isWorkday } from '../../domain/time/workday';

describe('working days of China', () => {
  test('a make-up Saturday is a working day and National Day is not', () => {
    expect(isWorkday(atShanghai('2026-10-01 09:00'))).toBe(false);
    expect(isWorkday(atShanghai('2026-10-10 09:00'))).toBe(true); // Saturday, made up
    expect(isWorkday(atShanghai('2026-11-21 09:00'))).toBe(false); // plain Saturday
  });

  test('five working days keep the time of day and skip the weekend', () => {
    expect(addWorkdays(atShanghai('2026-11-23 16:30'), 5)).toBe(atShanghai('2026-11-30 16:30'));
    expect(addWorkdays(atShanghai('2026-11-27 16:30'), 1)).toBe(atShanghai('2026-11-30 16:30'));
  });

  test('what starts on a Saturday counts from Monday', () => {
    expect(addWorkdays(atShanghai('2026-11-21 10:00'), 1)).toBe(atShanghai('2026-11-23 10:00'));
  });

  test('the days skipped can be named', () => {
    expect(daysOff(atShanghai('2026-11-23 10:00'), atShanghai('2026-11-30 10:00'))).toEqual([
      '11-28',
      '11-29',
    ]);
  });
});
