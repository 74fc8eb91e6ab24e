import { byNeed, standing } from '../../domain/contact/need';
import { record } from '../../domain/contact/record';
import { newSheet } from '../../domain/contact/sheet';
import { weekKey } from '../../domain/time/period';
import { atShanghai, DAY } from '../../domain/time/shanghai';
import { aWorker, NOW } from './build';

const worker = aWorker(4);
const weekBack = (weeks: number) => NOW - weeks * 7 * DAY;
const sheetOf = (at: number, household: string, inPerson: boolean) =>
  record(
    newSheet(worker, weekKey(at)),
    worker,
    [{ household, channel: inPerson ? 'home' : 'phone', inPerson, at }],
    at,
  );

describe('whom to contact first', () => {
  const sheets = [
    sheetOf(NOW, 'h1', true),
    sheetOf(weekBack(1), 'h2', true),
    sheetOf(weekBack(5), 'h3', false),
  ];

  test('standing tells state, month’s meeting and days of silence', () => {
    expect(standing('h1', sheets, NOW)).toMatchObject({ state: 'met', metThisMonth: true, daysSince: 0 });
    expect(standing('h2', sheets, NOW)).toMatchObject({ state: 'due', metThisMonth: true, daysSince: 7 });
    expect(standing('h3', sheets, NOW)).toMatchObject({ state: 'due', metThisMonth: false, daysSince: 35 });
    expect(standing('h4', sheets, NOW)).toMatchObject({ state: 'due', lastAt: null, daysSince: null });
  });

  test('never contacted, then long silent, then met this month, at last those already done', () => {
    const cards = ['h1', 'h2', 'h3', 'h4'].map((id) => ({ id, standing: standing(id, sheets, NOW) }));
    expect(cards.sort(byNeed).map((card) => card.id)).toEqual(['h4', 'h3', 'h2', 'h1']);
  });

  test('a meeting in the last days of a month does not count for the next month', () => {
    const met = atShanghai('2026-11-30 10:00');
    const late = [sheetOf(met, 'h1', true)];
    expect(standing('h1', late, atShanghai('2026-11-30 20:00')).metThisMonth).toBe(true);
    expect(standing('h1', late, atShanghai('2026-12-01 00:00')).metThisMonth).toBe(false);
    expect(standing('h1', late, atShanghai('2026-12-01 00:00')).state).toBe('met');
  });
});
