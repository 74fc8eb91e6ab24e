import fc from 'fast-check';
import { tenths } from '../../domain/evaluation/score';
import { exemptionOf, serviceOf } from '../../domain/evaluation/service';
import { atShanghai as at } from '../../domain/time/shanghai';
import { SCHEME } from './evaluations';

describe('who is graded', () => {
  const link = (from: string, to?: string, household = 'h1') => ({
    household,
    from: at(from),
    ...(to ? { to: at(to) } : {}),
  });

  test.each([
    ['the whole year', [link('2025-05-01')], [], 12, undefined],
    [
      'two links at once count once',
      [link('2026-01-01'), link('2026-01-01', undefined, 'h2')],
      [],
      12,
      undefined,
    ],
    ['since October', [link('2026-10-12')], [], 2.7, 'newcomer'],
    ['only before or after', [link('2025-01-01', '2026-01-01'), link('2027-01-01')], [], 0, 'newcomer'],
    [
      'ten months on leave, over New Year',
      [link('2025-01-01')],
      [{ from: at('2026-03-01'), to: at('2027-06-01') }],
      1.9,
      'leave',
    ],
    [
      'half a year on leave',
      [link('2025-01-01')],
      [{ from: at('2026-07-01'), to: at('2027-01-01') }],
      6,
      undefined,
    ],
  ])('%s', (_what, links, leaves, months, why) => {
    const service = serviceOf({ links, leaves }, '2026');
    expect(tenths(service.months)).toBe(months);
    expect(exemptionOf(service, SCHEME)?.why).toBe(why);
  });

  test('whoever only stood in has not served; a day short of three months is short', () => {
    const cover = [{ ...link('2025-01-01'), cover: true as const }];
    expect(serviceOf({ links: cover, leaves: [] }, '2026')).toEqual({ held: 0, months: 0 });
    // 91 days: 2.99 months, 3.0 when rounded.
    const short = serviceOf({ links: [link('2026-10-02')], leaves: [] }, '2026');
    expect([tenths(short.months), exemptionOf(short, SCHEME)?.why]).toEqual([3, 'newcomer']);
  });

  test('served is never more than held, nor either more than a year', () => {
    const day = fc.integer({ min: at('2025-06-01'), max: at('2027-06-01') });
    const stretch = fc.tuple(day, day).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
    fc.assert(
      fc.property(
        fc.array(stretch, { maxLength: 8 }),
        fc.array(stretch, { maxLength: 4 }),
        (held, leaves) => {
          const links = held.map((one) => ({ ...one, household: 'h1' }));
          const service = serviceOf({ links, leaves }, '2026');
          expect(service.months).toBeGreaterThanOrEqual(0);
          expect(service.months).toBeLessThanOrEqual(service.held + 1e-9);
          expect(service.held).toBeLessThanOrEqual(12 + 1e-9);
        },
      ),
    );
  });
});
