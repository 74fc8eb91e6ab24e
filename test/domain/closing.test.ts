import fc from 'fast-check';
import { digestDue, digestKey } from '../../domain/contact/digest';
import { help, type SheetFigures } from '../../domain/contact/help';
import { leftOf } from '../../domain/contact/left';
import { drawn } from '../../domain/contact/lot';
import { record } from '../../domain/contact/record';
import { lastClosedWeek, newSheet } from '../../domain/contact/sheet';
import { closeGrid, type Summary } from '../../domain/contact/summary';
import { weekAfter, weekKey, weeksThrough } from '../../domain/time/period';
import { atShanghai, DAY } from '../../domain/time/shanghai';
import { aWorker, GRID, NOW } from './build';

const week = weekKey(NOW);
const worker = aWorker(4);
const card = (id: string) => ({ _id: id });
const households = ['h1', 'h2', 'h3', 'h4', 'h5'].map(card);
const contactIn = (key: string, household: string, inPerson = false) => {
  const at = NOW + (weeksThrough(week, key) - 1) * 7 * DAY;
  return record(
    newSheet(worker, key),
    worker,
    [{ household, channel: inPerson ? 'home' : 'phone', inPerson, at }],
    at,
  );
};
const close = (sheets: ReturnType<typeof contactIn>[], before?: Summary) =>
  closeGrid({ grid: GRID, week, households, workers: [worker], sheets, before }, NOW);

describe('a week is summed up', () => {
  test('each household once, who has no worker apart', () => {
    const summary = close([contactIn(week, 'h1', true)]);
    expect(summary).toMatchObject({ due: 5, reached: 1, met: 1, excused: 0, noWorker: ['h5'] });
    expect(summary.silent.map((one) => one.household)).toEqual(['h2', 'h3', 'h4', 'h5']);
  });

  test('two sheets that name one household count it once', () => {
    const other = { ...contactIn(week, 'h1'), _id: `w2_${week}`, worker: 'w2' };
    expect(close([contactIn(week, 'h1', true), other])).toMatchObject({ reached: 1, met: 1 });
  });

  test('the first summary looks back eight weeks; what is not found there was never known', () => {
    const { silent } = close([contactIn(weekAfter(week, -3), 'h2'), contactIn(week, 'h1')]);
    expect(silent.find((one) => one.household === 'h2')).toEqual({
      household: 'h2',
      since: weekAfter(week, -2),
    });
    expect(silent.find((one) => one.household === 'h3')).toEqual({
      household: 'h3',
      since: weekAfter(week, -7),
      never: true,
    });
  });

  test('later ones carry silence on, and begin it anew after a contact', () => {
    const before: Summary = {
      ...close([]),
      week: weekAfter(week, -1),
      silent: [{ household: 'h2', since: '2026-W30' }],
    };
    const { silent } = close([], before);
    expect(silent.find((one) => one.household === 'h2')).toEqual({ household: 'h2', since: '2026-W30' });
    expect(silent.find((one) => one.household === 'h1')).toEqual({ household: 'h1', since: week });
  });

  test('who moved away before the week’s end is not counted', () => {
    const gone = { ...card('h1'), ended: { at: NOW, why: 'moved-away' as const } };
    const summary = closeGrid(
      { grid: GRID, week, households: [gone, card('h2')], workers: [worker], sheets: [], before: undefined },
      NOW,
    );
    expect(summary.due).toBe(1);
  });

  test('books close on Monday 24:00, across New Year, too', () => {
    expect(lastClosedWeek(atShanghai('2026-11-23 23:59'))).toBe('2026-W46');
    expect(lastClosedWeek(atShanghai('2026-11-24 00:00'))).toBe('2026-W47');
    expect(lastClosedWeek(atShanghai('2027-01-05 00:20'))).toBe('2026-W53');
  });
});

describe('digests', () => {
  test.each([
    ['2026-11-27 11:59', null],
    ['2026-11-27 12:00', 'left.2026-W48.fri'],
    ['2026-11-27 20:00', null],
    ['2026-11-28 12:00', null],
    ['2026-11-29 12:30', 'left.2026-W48.sun'],
    ['2026-11-30 08:59', null],
    ['2026-11-30 09:00', 'help.2026-W48'],
    ['2027-01-03 12:00', 'left.2026-W53.sun'],
  ])('%s → %s', (at, key) => {
    const digest = digestDue(atShanghai(at));
    expect(digest && digestKey(digest)).toBe(key);
  });

  test('left is what nobody reached and no chief excused; who is on leave hears nothing', () => {
    const tally = [{ area: GRID, reached: ['h1'], met: [], excused: ['h2'] }];
    expect(leftOf(worker, week, [{ tally }], NOW)).toEqual(['h3', 'h4']);
    const away = { ...worker, leaves: [{ from: NOW - DAY, to: NOW + DAY }] };
    expect(leftOf(away, week, [], NOW)).toEqual([]);
  });
});

describe('who may need help', () => {
  const twelve = aWorker(12);
  const figures = (change: Partial<SheetFigures> = {}): SheetFigures => ({
    worker: 'w1',
    week,
    reached: 12,
    met: 4,
    excused: 0,
    ...change,
  });
  test.each<[string, Partial<SheetFigures>, string[]]>([
    ['all done', {}, []],
    ['half is left', { reached: 6 }, ['many-left']],
    ['two are left', { reached: 10 }, []],
    ['half is left, but excused', { reached: 6, excused: 6 }, []],
    ['nothing is recorded', { reached: 0, met: 0 }, ['nothing-recorded']],
    ['no meetings for four weeks', { met: 0 }, ['no-meetings']],
    ['a quarter is said to be out of reach', { missed: 4 }, ['many-misses']],
  ])('%s', (_case, change, reasons) => {
    expect(help(twelve, week, [figures(change)]).reasons).toEqual(reasons);
  });

  test('no sheet at all, and too many households', () => {
    expect(help(aWorker(16), week, []).reasons).toEqual(['nothing-recorded', 'many-households']);
  });

  test('who was on leave is left out', () => {
    const away = { ...twelve, leaves: [{ from: NOW, to: NOW + 14 * DAY }] };
    expect(help(away, week, []).reasons).toEqual([]);
  });
});

describe('the lot', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 200 });

  test('one in twenty, at least one, always the same, whatever the order', () => {
    fc.assert(
      fc.property(ids, (households) => {
        const first = drawn(households, week);
        expect(first).toHaveLength(Math.ceil(households.length / 20));
        expect(drawn([...households].reverse(), week)).toEqual(first);
        expect(first.every((one) => households.includes(one))).toBe(true);
      }),
    );
  });

  test('another week draws others', () => {
    const many = Array.from({ length: 400 }, (_, n) => `h${n}`);
    const both = drawn(many, week).filter((one) => drawn(many, '2026-W49').includes(one));
    expect(both.length).toBeLessThan(8);
  });
});
