import { record } from '../../domain/contact/record';
import { booksClose, newSheet } from '../../domain/contact/sheet';
import { monthOfAsk } from '../../domain/points/ask';
import { isAskable } from '../../domain/points/award';
import {
  closesAt,
  lastClosingYear,
  lastDueMonth,
  monthOfWeek,
  settlesAt,
  spanOfMonth,
} from '../../domain/points/calendar';
import { isToClose, stretchesDue } from '../../domain/points/due';
import { contactFacts, contactMonth, weeksOf } from '../../domain/points/fact-contact';
import { problemFacts } from '../../domain/points/fact-problem';
import { hasLapsed, keptUntil } from '../../domain/points/order';
import type { MonthKey } from '../../domain/time/period';
import { weekKey } from '../../domain/time/period';
import { atShanghai as at, DAY } from '../../domain/time/shanghai';
import { aProblem, aWorker } from './build';
import { VILLAGE } from './evaluations';
import { step } from './stage';

/** The first millisecond of a year and the last one of the year before. */
const NEW = at('2027-01-01');
const LAST = NEW - 1;

describe('a millisecond before and after New Year', () => {
  test.each([
    // Thursdays decide: the long year's week 53 is the old year's, a week 1 takes days of December with it.
    ['2026-W53', '2026-12-28', '2026-12'],
    ['2020-W53', '2020-12-28', '2020-12'],
    ['2027-W01', '2027-01-04', '2027-01'],
    ['2026-W01', '2025-12-29', '2026-01'],
    ['2030-W01', '2029-12-31', '2030-01'],
    ['2027-W52', '2027-12-27', '2027-12'],
  ])('%s, from %s on, is of %s', (week, monday, month) => {
    expect(weekKey(at(monday))).toBe(week);
    expect(weekKey(at(monday) - 1)).not.toBe(week);
    expect(monthOfWeek(week)).toBe(month);
  });

  test('every week of ten years is of one month, and of one year', () => {
    for (let year = 2024; year < 2034; year += 1) {
      const months: MonthKey[] = Array.from(
        { length: 12 },
        (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`,
      );
      const own = months.flatMap((month) => weeksOf(month).filter((week) => monthOfWeek(week) === month));
      expect(new Set(own).size).toBe(own.length);
      const days = (spanOfMonth(months[11]!).to - spanOfMonth(months[0]!).from) / DAY;
      expect([Math.floor(days / 7), Math.ceil(days / 7)]).toContain(own.length);
    }
  });

  test.each([
    [settlesAt('2026-12') - 1, '2026-11', '2025'],
    [settlesAt('2026-12'), '2026-12', '2025'],
    [closesAt('2026') - 1, '2026-12', '2025'],
    [closesAt('2026'), '2026-12', '2026'],
  ])('at %i the last month due is %s, the last year to close %s', (when, month, year) => {
    expect([lastDueMonth(when), lastClosingYear(when)]).toEqual([month, year]);
  });

  test('December is due a week before the year closes, and never the other way round', () => {
    const settling = { _id: VILLAGE, since: '2026-10', month: '2026-11' };
    const due = (when: number, done: object = {}) => stretchesDue({ ...settling, ...done }, when);
    expect(due(settlesAt('2026-12') - 1)).toEqual([]);
    expect(due(settlesAt('2026-12'))).toEqual([{ year: '2026', months: ['2026-12'], closes: false }]);
    expect(due(closesAt('2026') - 1, { month: '2026-12' })).toEqual([]);
    expect(due(closesAt('2026'), { month: '2026-12' })).toEqual([{ year: '2026', months: [], closes: true }]);
    expect(due(closesAt('2026'))).toEqual([{ year: '2026', months: ['2026-12'], closes: true }]);
    expect([closesAt('2026') - 1, closesAt('2026')].map((when) => isToClose(settling, '2026', when))).toEqual(
      [false, true],
    );
    expect(isToClose({ ...settling, month: '2026-12', year: '2026' }, '2026', closesAt('2026'))).toBe(false);
  });

  test('what people write down is for the running year and the one before', () => {
    const years = (when: number) => ['2025', '2026', '2027', '2028'].filter((year) => isAskable(year, when));
    expect([years(LAST), years(NEW)]).toEqual([
      ['2025', '2026'],
      ['2026', '2027'],
    ]);
    expect([monthOfAsk('2026', LAST), monthOfAsk('2026', NEW), monthOfAsk('2027', NEW)]).toEqual([
      '2026-12',
      '2026-12',
      '2027-01',
    ]);
  });

  test('a good ordered in the last millisecond waits a day less than one ordered in the first', () => {
    expect([keptUntil(LAST), keptUntil(NEW)]).toEqual([at('2027-01-31'), at('2027-02-01')]);
    const order = { id: 'o', good: 'g', name: '大米', cost: 1, code: 'x', at: LAST, until: keptUntil(LAST) };
    const lapsed = (when: number) => hasLapsed({ ...order, state: 'waiting' }, when);
    expect([lapsed(at('2027-01-31') - 1), lapsed(at('2027-01-31'))]).toEqual([false, true]);
  });

  test('met in the last millisecond and in the first: one week of the old year, a meeting of each month', () => {
    const worker = aWorker(2);
    const week = weekKey(LAST);
    const met = (household: string, when: number) => ({
      household,
      channel: 'home' as const,
      inPerson: true,
      at: when,
    });
    const sheet = record(newSheet(worker, week), worker, [met('h1', LAST), met('h2', NEW)], NEW);
    const facts = (month: MonthKey) =>
      contactFacts(worker, contactMonth(month, [sheet])).flatMap(({ kind, of, measure }) =>
        measure && measure.n > 0 ? [[kind, of, measure.n]] : [],
      );
    expect(facts('2026-12')).toEqual([
      ['week', '2026-W53', 2],
      ['month', '2026-12', 1],
    ]);
    expect(facts('2027-01')).toEqual([['month', '2027-01', 1]]);
    // Sent late: until the week's books close, and not a millisecond longer.
    const late = (now: number) => () => record(newSheet(worker, week), worker, [met('h1', LAST)], now);
    expect(late(booksClose(week) - 1)).not.toThrow();
    expect(late(booksClose(week))).toThrow(expect.objectContaining({ code: 'PERIOD_CLOSED', path: 'week' }));
    expect(booksClose(week)).toBeLessThanOrEqual(settlesAt('2026-12'));
  });

  test('accepted, closed and rated each count for the month of their own millisecond', () => {
    const reported = aProblem({}, LAST - 3 * DAY);
    const accepted = step(reported, 'accept', 'holder', LAST);
    const finished = step(accepted, 'finish', 'holder', LAST);
    const confirmed = (when: number) => step(finished, 'confirm', 'reporter', when, { stars: undefined });
    const rated = step(confirmed(LAST), 'rate', 'reporter', NEW, { stars: 5 });
    const kinds = (problem: typeof rated, month: MonthKey) =>
      [...new Set(problemFacts(problem, month).map(({ kind }) => kind))].sort();
    expect(kinds(rated, '2026-12')).toEqual(['found', 'on-time', 'solved']);
    expect(kinds(rated, '2027-01')).toEqual(['rated']);
    expect(kinds(confirmed(NEW), '2026-12')).toEqual(['found']);
    expect(kinds(confirmed(NEW), '2027-01')).toEqual(['on-time', 'solved']);
  });
});
