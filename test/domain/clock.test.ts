import { whenAwake } from '../../domain/time/awake';
import { addOpenHours } from '../../domain/time/business';
import { atShanghai } from '../../domain/time/shanghai';

const nineToFive = { from: 9, to: 17 };
const nineToNine = { from: 9, to: 21 };

describe('the worked examples for clocks', () => {
  test('Friday 16:30 + 1 business hour (9–17) = Monday 9:30', () => {
    expect(addOpenHours(atShanghai('2026-11-20 16:30'), 1, nineToFive)).toBe(atShanghai('2026-11-23 09:30'));
  });

  test('48 h on 9–21 days crossing two holidays = 6 days', () => {
    // Thursday 9:00; the weekend does not count.
    const from = atShanghai('2026-11-19 09:00');
    const until = addOpenHours(from, 48, nineToNine);
    expect(until).toBe(atShanghai('2026-11-24 21:00'));
    expect(Math.ceil((until - from) / 86_400_000)).toBe(6);
  });

  test('a make-up Saturday counts, the National Day week does not', () => {
    expect(addOpenHours(atShanghai('2026-09-30 16:00'), 2, nineToFive)).toBe(atShanghai('2026-10-08 10:00'));
    expect(addOpenHours(atShanghai('2026-10-09 16:00'), 2, nineToFive)).toBe(atShanghai('2026-10-10 10:00'));
  });

  test('what starts before opening or after closing counts from the next opening', () => {
    expect(addOpenHours(atShanghai('2026-11-23 06:00'), 1, nineToFive)).toBe(atShanghai('2026-11-23 10:00'));
    expect(addOpenHours(atShanghai('2026-11-23 20:00'), 1, nineToFive)).toBe(atShanghai('2026-11-24 10:00'));
  });

  test('exactly the rest of the day ends at closing time, not at the next opening', () => {
    expect(addOpenHours(atShanghai('2026-11-23 09:00'), 8, nineToFive)).toBe(atShanghai('2026-11-23 17:00'));
  });

  test('nobody is disturbed at night, and what is held goes out in the morning', () => {
    expect(whenAwake(atShanghai('2026-11-23 10:00'))).toBe(atShanghai('2026-11-23 10:00'));
    expect(whenAwake(atShanghai('2026-11-23 21:30'))).toBe(atShanghai('2026-11-24 07:30'));
    expect(whenAwake(atShanghai('2026-11-24 00:00'))).toBe(atShanghai('2026-11-24 07:30'));
    expect(whenAwake(atShanghai('2026-11-24 07:29'))).toBe(atShanghai('2026-11-24 07:30'));
  });
});
