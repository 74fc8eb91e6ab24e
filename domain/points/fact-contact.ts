import {
  type Cadence,
  type CalendarMonth,
  cadenceInMonth,
  cadenceInWeek,
  calendarMonth,
  type Said,
} from '../contact/cadence';
import { duty } from '../contact/duty';
import { isExcused } from '../contact/miss';
import { type ContactSheet, sheetId } from '../contact/sheet';
import type { Person } from '../person/person';
import { type MonthKey, type WeekKey, weekAfter, weekKey, weekSpan } from '../time/period';
import type { Millis } from '../time/shanghai';
import { accountOf } from './account';
import { monthOfWeek, settlesAt, spanOfMonth } from './calendar';
import type { Fact } from './fact';

/** What of a sheet is counted. */
export type SheetCounted = Pick<ContactSheet, 'worker' | 'week' | 'gist' | 'misses'>;

/** A month's sheets, so arranged that a household looks only at what they say of it. */
export interface ContactMonth {
  month: MonthKey;
  calendar: CalendarMonth;
  /** Weeks that belong to the month: those whose Thursday lies in it. */
  weeks: { key: WeekKey; end: Millis }[];
  /** By `sheetId`. */
  sheets: Map<string, SheetCounted>;
  byHousehold: Map<string, Said[]>;
}

/** Weeks that touch the month: the sheets it is counted from. */
export function weeksOf(month: MonthKey): WeekKey[] {
  const { from, to } = spanOfMonth(month);
  const weeks: WeekKey[] = [];
  for (let week = weekKey(from); weekSpan(week).from < to; week = weekAfter(week)) weeks.push(week);
  return weeks;
}

/** A review of "could not reach" counts when it was given before the month was settled. */
export function contactMonth(month: MonthKey, sheets: Iterable<SheetCounted>): ContactMonth {
  const before = settlesAt(month);
  const counted: ContactMonth = {
    month,
    calendar: calendarMonth(spanOfMonth(month).from),
    weeks: weeksOf(month)
      .filter((key) => monthOfWeek(key) === month)
      .map((key) => ({ key, end: weekSpan(key).to })),
    sheets: new Map(),
    byHousehold: new Map(),
  };
  for (const sheet of sheets) {
    counted.sheets.set(sheetId(sheet.worker, sheet.week), sheet);
    for (const [household, said] of saidIn(sheet, before)) {
      const known = counted.byHousehold.get(household);
      if (known) known.push(said);
      else counted.byHousehold.set(household, [said]);
    }
  }
  return counted;
}

function* saidIn({ week, gist, misses = {} }: SheetCounted, before: Millis): Generator<[string, Said]> {
  const excused = (household: string) => isExcused(misses[household], before);
  for (const [household, met] of Object.entries(gist.met))
    yield [household, { week, contacted: true, met, excused: excused(household) }];
  for (const household of gist.called)
    yield [household, { week, contacted: true, met: [], excused: excused(household) }];
  for (const household of Object.keys(misses))
    yield [household, { week, contacted: false, met: [], excused: excused(household) }];
}

/** A worker's weeks, meetings and activities of the month. Excused households are not due; on leave nothing is. */
export function contactFacts(worker: Person, contacts: ContactMonth): Fact[] {
  return [
    ...contacts.weeks.flatMap(({ key, end }) => weekFacts(worker, key, end, contacts)),
    ...meetingFacts(worker, contacts),
  ];
}

function weekFacts(worker: Person, week: WeekKey, end: Millis, { month, sheets, byHousehold }: ContactMonth) {
  const id = sheetId(worker._id, week);
  const own = sheets.get(id);
  const base = {
    account: accountOf('worker', worker._id),
    of: week,
    at: end - 1,
    month,
    evidence: { kind: 'sheet' as const, id },
  };
  const facts: Fact[] = [];
  // Whoever was contacted before a hand-over in mid-week counts for who contacted them.
  const due = new Set([...duty(worker, week).owed, ...contactedIn(own)]);
  const standings = [...due].map((household) =>
    cadenceInWeek(week, household, { said: byHousehold.get(household) ?? [] }, Number.POSITIVE_INFINITY),
  );
  const measure = measureOf(standings);
  if (measure.of > 0) facts.push({ ...base, kind: 'week', measure });
  const times = own?.gist.activities ?? 0;
  if (times > 0) facts.push({ ...base, kind: 'activity', times });
  return facts;
}

/** Of whom the worker held in the last week that ends in the month. */
function meetingFacts(worker: Person, { month, calendar, byHousehold }: ContactMonth): Fact[] {
  const last = calendar.weeks.at(-1);
  if (!last) return [];
  const { owed, leave } = duty(worker, last);
  const standings = [...owed, ...leave].map((household) =>
    cadenceInMonth(
      calendar,
      household,
      { said: byHousehold.get(household) ?? [], worker },
      Number.POSITIVE_INFINITY,
    ),
  );
  const measure = measureOf(standings);
  if (measure.of === 0) return [];
  return [
    {
      kind: 'month',
      account: accountOf('worker', worker._id),
      of: month,
      at: calendar.to - 1,
      month,
      evidence: { kind: 'sheet', id: sheetId(worker._id, last) },
      measure,
    },
  ];
}

function measureOf(standings: readonly Cadence[]) {
  const due = standings.filter((standing) => standing !== 'excused');
  return { n: due.filter((standing) => standing === 'done').length, of: due.length };
}

function contactedIn(sheet: SheetCounted | undefined): string[] {
  return sheet ? [...sheet.gist.called, ...Object.keys(sheet.gist.met)] : [];
}
