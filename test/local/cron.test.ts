import { parseDuration } from '../../local/clock/duration';
import { parseCron } from '../../local/timers/cron';
import { planFirings } from '../../local/timers/plan';

const next = (cron: string, after: string) => {
  const at = parseCron(cron).next(Date.parse(after));
  return at === undefined ? undefined : new Date(at + 8 * 3600_000).toISOString().slice(0, 19);
};

test.each([
  ['0 */5 * * * * *', '2026-11-23T08:02:00+08:00', '2026-11-23T08:05:00'],
  ['0 */5 * * * * *', '2026-11-23T08:05:00+08:00', '2026-11-23T08:10:00'],
  ['0 0 2 1 * * *', '2026-11-23T08:00:00+08:00', '2026-12-01T02:00:00'],
  ['0 30 6 * * MON *', '2026-11-23T06:30:00+08:00', '2026-11-30T06:30:00'],
  ['0 0 12 1,16 * * *', '2026-11-02T00:00:00+08:00', '2026-11-16T12:00:00'],
  ['0 0 10 1 * 0 *', '2026-11-02T00:00:00+08:00', '2026-11-08T10:00:00'],
  ['*/15 * * * * * *', '2026-11-23T23:59:50+08:00', '2026-11-24T00:00:00'],
  ['0 0 0 29 FEB * *', '2026-11-23T00:00:00+08:00', '2028-02-29T00:00:00'],
  ['0 0 9-17/4 * * 1-5 *', '2026-11-27T17:00:00+08:00', '2026-11-30T09:00:00'],
  ['0 0 0 1 1 * 2020', '2026-11-23T00:00:00+08:00', undefined],
])('%s after %s is %s', (cron, after, expected) => {
  expect(next(cron, after)).toBe(expected);
});

test.each([
  '* * * * *',
  '0 61 * * * * *',
  '0 0 0 0 * * *',
  'x 0 0 * * * *',
  '0 5-1 * * * * *',
])('%s is refused', (cron) => {
  expect(() => parseCron(cron)).toThrow();
});

test('too many firings thin out the most frequent timer and leave the rare one whole', () => {
  const often = { function: 'f', name: 'often', cron: parseCron('0 * * * * * *') };
  const rare = { function: 'f', name: 'rare', cron: parseCron('0 0 0 * * * *') };
  const { firings, left } = planFirings([often, rare], () => 0, 30 * 86_400_000, 20_000);
  expect(firings.length).toBeLessThanOrEqual(20_000);
  expect(firings.filter((firing) => firing.trigger === rare)).toHaveLength(30);
  expect(left).toBe(43_200 + 30 - firings.length);
  expect(firings.at(-1)!.at).toBe(30 * 86_400_000);
});

test.each([
  ['P7D', 7 * 86_400_000],
  ['PT1H30M', 5_400_000],
  ['P1W', 7 * 86_400_000],
  ['P', undefined],
  ['PT', undefined],
  ['7D', undefined],
])('the duration %s is %s ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});
