import { type Area, areaAt } from '../../domain/area/area';
import type { ContactSheet } from '../../domain/contact/sheet';
import type { Deed } from '../../domain/deed/deed';
import type { Person } from '../../domain/person/person';
import { accountOf } from '../../domain/points/account';
import { type BookOwner, newBook, type PointsBook } from '../../domain/points/book';
import { closesAt, lastClosingYear, lastDueMonth, settlesAt, yearOf } from '../../domain/points/calendar';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { monthsFromTo, type Settling } from '../../domain/points/due';
import { evaluate } from '../../domain/points/evaluate';
import type { Fact } from '../../domain/points/fact';
import { contactFacts, contactMonth, weeksOf } from '../../domain/points/fact-contact';
import { problemFacts } from '../../domain/points/fact-problem';
import { deedFacts, sessionFacts } from '../../domain/points/fact-work';
import { closeBook, settle } from '../../domain/points/settle';
import type { Problem } from '../../domain/problem/problem';
import type { StudySession } from '../../domain/study/session';
import { type MonthKey, monthKey, recentWeeks, weekSpan } from '../../domain/time/period';
import { atShanghai, DAY, HOUR, type Millis, shanghai } from '../../domain/time/shanghai';
import { type DemoSheet, sheetsOf, type Week } from './contacts';
import type { DemoPerson } from './people';
import type { Random } from './random';
import { type Synthetic, synthetic } from './synthetic';
import type { DemoVillage } from './village';

/** The stage's village has points since then: all of last year, and this one so far. */
export function pointsSince(now: Millis): Millis {
  return atShanghai(`${Number(shanghai(now).format('YYYY')) - 1}-01-01`);
}

/** Weeks of these years before the ones that every village has, newest first. */
function weeksBefore(first: Millis, now: Millis): Week[] {
  const count = Math.ceil((first - pointsSince(now)) / (7 * DAY)) + 1;
  return recentWeeks(first - DAY, count)
    .map((key) => ({ key, from: weekSpan(key).from }))
    .filter(({ from }) => from + 7 * DAY > pointsSince(now));
}

/** What the village's workers did before the weeks that every village has. */
export function* earlierSheets(
  { grids }: DemoVillage,
  first: Millis,
  now: Millis,
  random: Random,
): Generator<DemoSheet> {
  const weeks = weeksBefore(first, now);
  for (const { workers } of grids) for (const worker of workers) yield* sheetsOf(worker, weeks, now, random);
}

interface Records {
  workers: readonly DemoPerson[];
  sheets: readonly ContactSheet[];
  problems: readonly Problem[];
  sessions: readonly StudySession[];
  deeds: readonly Deed[];
}

/** The books of a village as its nights of settling would have left them, from the records that are planted beside. */
export function* booksOf(area: Area, records: Records, now: Millis): Generator<Synthetic<PointsBook>> {
  const owners = [organisation(area), ...records.workers.map(workerOwner)];
  const books = new Map<string, PointsBook>();
  const workers = new Map(records.workers.map((worker) => [accountOf('worker', worker._id), worker]));
  for (const month of monthsUpTo(now)) {
    const work = workOf(records, month);
    const weeks = new Set(weeksOf(month));
    const contacts = contactMonth(
      month,
      records.sheets.filter(({ week }) => weeks.has(week)),
    );
    for (const owner of owners) {
      const year = yearOf(month);
      const id = `${owner.account}_${year}`;
      const book = books.get(id) ?? newBook({ ...owner, year });
      const worker = workers.get(owner.account);
      const facts = [
        ...(worker ? contactFacts(worker, contacts) : []),
        ...work.filter(({ account }) => account === owner.account),
      ];
      const at = settlesAt(month) + HOUR;
      const entries = evaluate(DEFAULT_RULES, facts, Object.values(book.entries), at);
      books.set(id, { ...settle(book, month, entries), rev: book.rev + 1 });
    }
  }
  for (const book of books.values())
    yield synthetic(closesAt(book.year) <= now ? closeBook(book, closesAt(book.year) + HOUR) : book);
}

function workOf({ problems, sessions, deeds }: Records, month: MonthKey): Fact[] {
  return [
    ...problems.flatMap((problem) => problemFacts(problem, month)),
    ...sessions.flatMap((session) => sessionFacts(session, month)),
    ...deeds.flatMap((deed) => deedFacts(deed, month)),
  ];
}

function monthsUpTo(now: Millis): MonthKey[] {
  return monthsFromTo(monthKey(pointsSince(now)), lastDueMonth(now));
}

type Owner = Omit<BookOwner, 'year'>;

function organisation({ _id, path, name }: Area): Owner {
  return { account: accountOf('organisation', _id), area: _id, areaPath: path || name, name };
}

function workerOwner({ _id, area, areaPath, name }: Person): Owner {
  return { account: accountOf('worker', _id), area: areaAt(area, 'village'), areaPath, grid: area, name };
}

/**
 * The nights that lie behind: so that the timer settles what becomes due from now on, and does not go through two years
 * of the banner in a newcomer's first night. Other villages' books begin with the next month.
 */
export function* settledPlaces(areas: readonly Area[], now: Millis): Generator<Synthetic<Settling>> {
  const months = monthsUpTo(now);
  const [since, month, year] = [months[0], months.at(-1), lastClosingYear(now)];
  if (since === undefined || month === undefined) return;
  for (const { _id, level } of areas)
    if (level !== 'grid') yield synthetic({ _id, since, month, ...(year >= yearOf(since) ? { year } : {}) });
}
