import { monthCadence, weekCadence } from '../../domain/contact/cadence';
import { duty } from '../../domain/contact/duty';
import { record } from '../../domain/contact/record';
import { review } from '../../domain/contact/review';
import { booksClose, newSheet, sheetId } from '../../domain/contact/sheet';
import type { Person } from '../../domain/person/person';
import { weekKey, weekSpan } from '../../domain/time/period';
import { atShanghai, DAY, HOUR, type Millis } from '../../domain/time/shanghai';
import { aPerson, aWorker, GRID, NOW } from './build';

const week = weekKey(NOW);
const { from, to } = weekSpan(week);
const since = atShanghai('2026-01-01');
const chief = aPerson('c1', [{ role: 'chief', area: GRID, areaPath: '' }]);

const withLinks = (id: string, links: Person['links'], change: Partial<Person> = {}) =>
  aWorker(0, { _id: id, links: links ?? [], ...change });
const contacted = (worker: Person, household: string, at: Millis, inPerson = false) =>
  record(
    newSheet(worker, weekKey(at)),
    worker,
    [{ household, channel: inPerson ? 'home' : 'phone', inPerson, at }],
    at,
  );
const missed = (worker: Person, household: string, at: Millis) =>
  record(newSheet(worker, weekKey(at)), worker, [], at, [{ household, at, reason: 'away' }]);
const excused = (worker: Person, household: string, at: Millis) =>
  review(
    missed(worker, household, at),
    { household: { id: household, head: '张' }, verdict: 'excused', by: chief },
    at,
  );

describe('whom a worker owes a contact', () => {
  test.each<[string, { from: Millis; to?: Millis }, boolean]>([
    ['linked all the time', { from: since }, true],
    ['joined with three whole days left', { from: to - 3 * DAY }, true],
    ['joined with less than three whole days left', { from: to - 3 * DAY + HOUR }, false],
    ['left during the week', { from: since, to: to - HOUR }, false],
    ['left when the week was over', { from: since, to }, true],
    ['joins next week', { from: to }, false],
    ['left before the week', { from: since, to: from }, false],
  ])('%s', (_case, dates, owes) => {
    const worker = withLinks('w1', [{ household: 'h1', ...dates }]);
    expect(duty(worker, week).owed).toEqual(owes ? ['h1'] : []);
  });

  test('a hand-over in mid-week moves the duty to who holds the household at the end', () => {
    const wednesday = from + 2 * DAY;
    const before = withLinks('w1', [{ household: 'h1', from: since, to: wednesday }]);
    const after = withLinks('w2', [{ household: 'h1', from: wednesday }]);
    expect([duty(before, week).owed, duty(after, week).owed]).toEqual([[], ['h1']]);
  });

  test('on leave until after the week’s end the worker is excused, and a cover owes instead', () => {
    const leave = { from: from + DAY, to: to + 7 * DAY };
    const away = withLinks('w1', [{ household: 'h1', from: since }], { leaves: [leave] });
    const cover = withLinks('w2', [{ household: 'h1', ...leave, cover: true }]);
    expect(duty(away, week)).toEqual({ owed: [], leave: ['h1'] });
    expect(duty(cover, week).owed).toEqual(['h1']);
  });

  test('back before the week’s end the worker owes again, the cover does not', () => {
    const leave = { from: from - 7 * DAY, to: from + 3 * DAY };
    const away = withLinks('w1', [{ household: 'h1', from: since }], { leaves: [leave] });
    const cover = withLinks('w2', [{ household: 'h1', ...leave, cover: true }]);
    expect([duty(away, week).owed, duty(cover, week).owed]).toEqual([['h1'], []]);
  });

  test('a cover that becomes the own link within the week counts its days together', () => {
    const middle = to - DAY;
    const worker = withLinks('w2', [
      { household: 'h1', from, to: middle, cover: true },
      { household: 'h1', from: middle },
    ]);
    expect(duty(worker, week).owed).toEqual(['h1']);
  });
});

describe('the state of a week', () => {
  const worker = withLinks('w1', [{ household: 'h1', from: since }]);

  test('due until the books close, missed afterwards', () => {
    expect(weekCadence('h1', week, { sheets: [] }, NOW)).toBe('due');
    expect(weekCadence('h1', week, { sheets: [] }, booksClose(week) - 1)).toBe('due');
    expect(weekCadence('h1', week, { sheets: [] }, booksClose(week))).toBe('missed');
  });

  test('done by the former holder counts for the household, and the credit stays with who did it', () => {
    const wednesday = from + 2 * DAY;
    const before = withLinks('w1', [{ household: 'h1', from: since, to: wednesday }]);
    const sheet = contacted(before, 'h1', NOW);
    expect(weekCadence('h1', week, { sheets: [sheet] }, NOW)).toBe('done');
    expect(sheet).toMatchObject({ _id: sheetId('w1', week), reached: 1, due: 1 });
    expect(sheet.entries.h1?.by).toBe('w1');
  });

  test('excused by a chief or by leave, unless it was done after all', () => {
    const sheet = excused(worker, 'h1', NOW);
    expect(weekCadence('h1', week, { sheets: [sheet] }, NOW)).toBe('excused');
    const after = record(
      sheet,
      worker,
      [{ household: 'h1', channel: 'phone', inPerson: false, at: NOW }],
      NOW,
    );
    expect(weekCadence('h1', week, { sheets: [after] }, NOW)).toBe('done');
    const away = { ...worker, leaves: [{ from: NOW, to: to + DAY }] };
    expect(weekCadence('h1', week, { sheets: [], worker: away }, NOW)).toBe('excused');
  });

  test('week 53 and New Year: a contact on 1 January 2027 is of 2026-W53', () => {
    const newYear = atShanghai('2027-01-01 09:00');
    const sheet = contacted(worker, 'h1', newYear);
    expect(sheet.week).toBe('2026-W53');
    expect(weekCadence('h1', '2026-W53', { sheets: [sheet] }, newYear)).toBe('done');
    expect(weekCadence('h1', '2027-W01', { sheets: [sheet] }, newYear)).toBe('due');
  });
});

describe('the state of a month', () => {
  const worker = withLinks('w1', [{ household: 'h1', from: since }]);
  const november = atShanghai('2026-11-10');
  const december = atShanghai('2026-12-10');

  test('a meeting counts for the month of its day, also in a week that two months share', () => {
    const sheet = contacted(worker, 'h1', atShanghai('2026-12-01 09:00'), true);
    expect(sheet.week).toBe('2026-W49');
    const now = atShanghai('2026-12-01 10:00');
    expect(monthCadence('h1', november, { sheets: [sheet] }, now)).toBe('due');
    expect(monthCadence('h1', december, { sheets: [sheet] }, now)).toBe('done');
  });

  test('a phone call is no meeting', () => {
    const sheet = contacted(worker, 'h1', NOW);
    expect(monthCadence('h1', NOW, { sheets: [sheet] }, NOW)).toBe('due');
  });

  test('missed when the books of its last day’s week close', () => {
    const closing = booksClose('2026-W49');
    expect(monthCadence('h1', november, { sheets: [] }, closing - 1)).toBe('due');
    expect(monthCadence('h1', november, { sheets: [] }, closing)).toBe('missed');
  });

  test('excused only when every week that ends in it is', () => {
    const weeks = ['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22', '2026-11-29'];
    const sheets = weeks.map((sunday) => excused(worker, 'h1', atShanghai(`${sunday} 12:00`)));
    expect(monthCadence('h1', november, { sheets }, NOW)).toBe('excused');
    expect(monthCadence('h1', november, { sheets: sheets.slice(1) }, NOW)).toBe('due');
  });

  test('31 December 2026 belongs to 2026-W53 and to December; 1 January to the same week and to January', () => {
    const sheet = contacted(worker, 'h1', atShanghai('2026-12-31 12:00'), true);
    const now = atShanghai('2027-01-02');
    expect(monthCadence('h1', atShanghai('2026-12-31'), { sheets: [sheet] }, now)).toBe('done');
    expect(monthCadence('h1', now, { sheets: [sheet] }, now)).toBe('due');
  });
});
