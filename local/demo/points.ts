import { type Area, areaAt } from '../../domain/area/area';
import type { ContactSheet } from '../../domain/contact/sheet';
import type { Deed } from '../../domain/deed/deed';
import type { Person } from '../../domain/person/person';
import { accountOf } from '../../domain/points/account';
import { type BookOwner, booked, newBook, type PointsBook } from '../../domain/points/book';
import {
  closesAt,
  lastClosingYear,
  lastDueMonth,
  monthAfter,
  settlesAt,
  yearOf,
} from '../../domain/points/calendar';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { closingYearRound, settlingRound } from '../../domain/points/due';
import { evaluate } from '../../domain/points/evaluate';
import type { Fact } from '../../domain/points/fact';
import { contactFacts, contactMonth, weeksOf } from '../../domain/points/fact-contact';
import { problemFacts } from '../../domain/points/fact-problem';
import { deedFacts, sessionFacts } from '../../domain/points/fact-work';
import type { Good } from '../../domain/points/order';
import { closeBook, settle } from '../../domain/points/settle';
import type { Problem } from '../../domain/problem/problem';
import type { StudySession } from '../../domain/study/session';
import { type MonthKey, recentWeeks, weekSpan } from '../../domain/time/period';
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
  const months: MonthKey[] = [];
  const last = lastDueMonth(now);
  for (let month = shanghai(pointsSince(now)).format('YYYY-MM'); month <= last; month = monthAfter(month))
    months.push(month);
  return months;
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
export function* settledRounds(now: Millis): Generator<object> {
  const done = (_id: string) => synthetic({ _id, at: now, after: '', failed: [], done: now });
  for (const month of monthsUpTo(now)) yield done(settlingRound(month));
  const year = lastClosingYear(now);
  if (`${year}-01` >= shanghai(pointsSince(now)).format('YYYY-MM')) yield done(closingYearRound(year));
}

/** What is given for what a family did, in this year's last weeks. */
const GOOD_TURNS = [
  { rule: 'courtyard', amount: 3, text: '院里院外都收拾了，柴草码整齐' },
  { rule: 'volunteer', amount: 5, text: '参加了村里清渠，干了一上午' },
  { rule: 'neighbour', amount: 5, text: '帮隔壁老人送药、劈柴' },
  { rule: 'warning', amount: 5, text: '发现渠边塌了一块，马上打了电话' },
] as const;
/** Of the households whose people use the app, every such one takes part. */
const JOINED_EVERY = 2;

/** Households that take part, with what the village has agreed to. */
export function* householdBooks(
  { area, grids }: DemoVillage,
  now: Millis,
  random: Random,
): Generator<Synthetic<PointsBook>> {
  const year = shanghai(now).format('YYYY');
  const families = grids.flatMap(({ chief, residents, households }) =>
    residents
      .filter((_, nth) => nth % JOINED_EVERY === 0)
      .map((resident) => ({
        chief,
        resident,
        household: households.find(({ _id }) => _id === resident.household)!,
      })),
  );
  for (const { chief, resident, household } of families) {
    const { _id, head, address } = household;
    const by = { person: resident._id, name: resident.name };
    const approvedBy = { person: chief._id, name: chief.name };
    const since = now - random.int(40, 60) * DAY;
    const fresh = newBook({
      account: accountOf('household', _id),
      year,
      area: area._id,
      areaPath: address,
      grid: household.area,
      name: head,
    });
    const turns = Array.from({ length: random.int(1, 4) }, (_, nth) => {
      const at = since + (nth + 1) * 9 * DAY;
      return { ...random.pick(GOOD_TURNS), id: `a${_id}-${nth}`, at };
    }).filter(({ at }) => shanghai(at).format('YYYY') === year);
    const asks = turns.map((turn) => ({
      ...turn,
      kind: 'request' as const,
      version: DEFAULT_RULES._id,
      by,
      photos: [],
      recused: [],
      answer: { yes: true, at: turn.at + DAY, by: approvedBy },
    }));
    const entries = turns.map(({ id, rule, amount, text, at }) => ({
      cause: `ask-${id}`,
      rule,
      version: DEFAULT_RULES._id,
      amount,
      month: shanghai(at).format('YYYY-MM'),
      at,
      bookedAt: at + DAY,
      evidence: { kind: 'ask' as const, id },
      text,
      by,
      approvedBy,
    }));
    const joined = { at: since, by, version: '2026-11' };
    yield synthetic({ ...booked(fresh, entries), rev: 1 + asks.length, asks, joined });
  }
}

const GOODS = [
  { name: '洗衣液一瓶', cost: 8, stock: 30 },
  { name: '食用油一桶', cost: 20, stock: 12 },
  { name: '大米十斤', cost: 15, stock: 20 },
  { name: '理发一次', cost: 5, stock: 40 },
  { name: '铁锹一把', cost: 18, stock: 6 },
] as const;

/** What the village's shop has on its shelf. */
export function* goodsOf(village: string): Generator<Synthetic<Good>> {
  for (const [nth, good] of GOODS.entries())
    yield synthetic({ _id: `g${village}-${nth}`, rev: 1, applied: [], area: village, ...good });
}
