import fc from 'fast-check';
import { appealsUntil } from '../../domain/evaluation/sign';
import { atShanghai as at, DAY } from '../../domain/time/shanghai';
import { isWorkday } from '../../domain/time/workday';
import { begun, done, sign } from './evaluations';

describe('the signature', () => {
  const refused = (path: string) => expect.objectContaining({ code: 'NOT_NOW', path });

  test('nothing is told before a person signs, whatever the grade', () => {
    const result = done();
    expect(result.candidates.map(({ grade }) => grade)).toEqual(['failed', 'failed', 'failed']);
    expect(result.outbox.filter(({ kind }) => kind === 'result-told')).toEqual([]);
    expect(() => sign(begun())).toThrow(refused('village'));
    const told = sign(result).outbox.filter(({ kind }) => kind === 'result-told');
    expect(told).toMatchObject([{ to: { people: ['w0', 'w1', 'w2'] } }]);
  });

  test.each([
    // New Year's Day is off: the tenth working day after 24 December 2025.
    ['2025-12-24 15:00', 10, '2026-01-09'],
    // Spring Festival 2026: 15 to 23 February are off, Saturday 14 and Saturday 28 are worked.
    ['2026-02-09 09:00', 10, '2026-03-01'],
    ['2026-02-13 18:00', 1, '2026-02-15'],
    // Signed on a day off.
    ['2026-02-17 12:00', 1, '2026-02-25'],
  ])('signed at %s, %i working days end with the day before %s', (when, days, until) => {
    expect(appealsUntil(at(when), days)).toBe(at(until));
  });

  test('there are at least so many working days to appeal, whenever it is signed', () => {
    const when = fc.integer({ min: at('2025-01-01'), max: at('2026-11-30') });
    fc.assert(
      fc.property(when, fc.integer({ min: 1, max: 20 }), (instant, days) => {
        const until = appealsUntil(instant, days);
        let worked = 0;
        for (let day = instant + DAY; day < until; day += DAY) if (isWorkday(day)) worked += 1;
        expect(worked).toBe(days);
      }),
    );
  });
});
