import fc from 'fast-check';
import { closesAt, lastDueMonth, yearOf } from '../../domain/points/calendar';
import { afterStretch, beginning, monthsFromTo, type Settling, stretchesDue } from '../../domain/points/due';
import { atShanghai, DAY } from '../../domain/time/shanghai';
import { VILLAGE } from './evaluations';

describe('what is due in a place', () => {
  const due = (at: number, settling: Settling) => stretchesDue(settling, at);
  const place = { _id: VILLAGE, since: '2026-10' };

  test('where points have just begun, the last month only', () => {
    const begun = beginning(VILLAGE, atShanghai('2026-11-23'));
    expect(begun).toEqual(place);
    expect(due(atShanghai('2026-12-07 23:00'), begun)).toEqual([
      { year: '2026', months: ['2026-10'], closes: false },
    ]);
    expect(due(atShanghai('2026-12-08'), begun)).toEqual([
      { year: '2026', months: ['2026-10', '2026-11'], closes: false },
    ]);
  });

  test('December first, then the year, then January; however long nobody looked', () => {
    const settled = { ...place, month: '2026-11' };
    expect(due(atShanghai('2027-01-16'), settled)).toEqual([
      { year: '2026', months: ['2026-12'], closes: true },
    ]);
    expect(due(atShanghai('2028-02-09'), settled)).toEqual([
      { year: '2026', months: ['2026-12'], closes: true },
      { year: '2027', months: monthsFromTo('2027-01', '2027-12'), closes: true },
      { year: '2028', months: ['2028-01'], closes: false },
    ]);
  });

  test('every month once and every year once, in order, on whatever days somebody looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 }), (pauses) => {
        let at = atShanghai('2026-01-20');
        let settling = beginning(VILLAGE, at);
        const steps: string[] = [];
        for (const pause of pauses) {
          at += pause * DAY;
          for (const stretch of stretchesDue(settling, at)) {
            steps.push(...stretch.months, ...(stretch.closes ? [`${stretch.year}-closed`] : []));
            settling = afterStretch(settling, stretch);
          }
          expect(stretchesDue(settling, at)).toEqual([]);
        }
        const months = steps.filter((step) => !step.endsWith('closed'));
        expect(months).toEqual(monthsFromTo('2025-12', lastDueMonth(at)));
        const years = steps.filter((step) => step.endsWith('closed')).map((step) => step.slice(0, 4));
        expect(years).toEqual([...new Set(months.map(yearOf))].filter((year) => closesAt(year) <= at));
        expect(steps).toEqual([...steps].sort());
      }),
    );
  });
});
