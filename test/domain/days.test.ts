import fc from 'fast-check';
import { booksOpen, daysBack, daysOpen, isLastWeek, lastWeekOpen, onDay } from '../../domain/contact/days';
import { booksClose } from '../../domain/contact/sheet';
import { monthKey, weekKey, weekSpan } from '../../domain/time/period';
import { atShanghai, DAY, shanghai } from '../../domain/time/shanghai';
import { mondayOf, monthAt, weekAt, weekAway } from '../../domain/time/week';

const instants = fc.integer({ min: atShanghai('2020-01-06'), max: atShanghai('2099-12-28') });

describe('the days that a phone offers', () => {
  it('on a Monday last week is still open, on a Tuesday only Monday and today', () => {
    expect(daysOpen(atShanghai('2026-11-23 10:00'))).toBe(7);
    expect(daysOpen(atShanghai('2026-11-24 00:00'))).toBe(1);
    expect(daysOpen(atShanghai('2026-11-29 23:59'))).toBe(6);
  });

  it('are exactly those whose books the server has open', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 15 }), (now, back) => {
        const at = onDay(back, now);
        const open = now < booksClose(weekKey(at));
        expect(back <= daysOpen(now)).toBe(open);
        expect(booksOpen(mondayOf(weekAt(at)), now)).toBe(open);
        expect(daysBack(at, now)).toBe(back);
        expect(isLastWeek(at, now)).toBe(weekKey(at) !== weekKey(now));
      }),
    );
  });

  it('last week is open exactly while its end is less than a day ago', () => {
    fc.assert(
      fc.property(instants, (now) => {
        expect(lastWeekOpen(now)).toBe(shanghai(now).isoWeekday() === 1);
        expect(lastWeekOpen(now)).toBe(now < booksClose(weekKey(now - 7 * DAY)));
      }),
    );
  });
});

describe('weeks and months without a calendar library', () => {
  it('have the same keys and Mondays as the server’s', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -60, max: 60 }), (at, weeks) => {
        expect(weekAt(at)).toBe(weekKey(at));
        expect(monthAt(at)).toBe(monthKey(at));
        expect(mondayOf(weekKey(at))).toBe(weekSpan(weekKey(at)).from);
        expect(weekAway(weekKey(at), weeks)).toBe(weekKey(at + weeks * 7 * DAY));
      }),
    );
  });

  it('go over New Year and week 53', () => {
    expect(weekAway('2026-W53', 1)).toBe('2027-W01');
    expect(weekAway('2027-W01', -1)).toBe('2026-W53');
  });
});
