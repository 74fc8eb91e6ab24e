import type { AreaCode } from '../../domain/area/area';
import { gistOf } from '../../domain/contact/gist';
import { rollupKey, sheetId } from '../../domain/contact/sheet';
import type { Person } from '../../domain/person/person';
import type { AccountId } from '../../domain/points/account';
import { spanOfMonth } from '../../domain/points/calendar';
import type { Fact } from '../../domain/points/fact';
import { contactFacts, contactMonth, type SheetCounted, weeksOf } from '../../domain/points/fact-contact';
import { problemFacts, RATED_WITHIN } from '../../domain/points/fact-problem';
import { deedFacts, sessionFacts } from '../../domain/points/fact-work';
import { OPEN_STATUSES } from '../../domain/problem/problem';
import { periodAt, STUDY_LEVELS } from '../../domain/study/period';
import type { MonthKey, WeekKey } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { groupBy } from './batches';
import { _ } from './cloud';
import type { Documents } from './collections';
import { byIds, whole } from './whole';

export type FactsByAccount = Map<AccountId, Fact[]>;

/**
 * What was done in the banner, by month and account: problems, sessions, deeds. One read for each thousand of each,
 * however many months; a worker's deeds in another village so count as well.
 * @param months in order
 */
export async function workFacts(months: readonly MonthKey[]): Promise<Map<MonthKey, FactsByAccount>> {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const span = { from: spanOfMonth(first).from, to: spanOfMonth(last).to };
  const [problems, sessions, deeds] = await Promise.all([
    problemsOf(span),
    sessionsOf(months),
    deedsOf(span),
  ]);
  return new Map(
    months.map((month) => {
      const facts = [
        ...problems.filter(touchedIn(month)).flatMap((problem) => problemFacts(problem, month)),
        ...sessions.flatMap((session) => sessionFacts(session, month)),
        ...deeds.flatMap((deed) => deedFacts(deed, month)),
      ];
      const groups = groupBy(facts, ({ account }) => account);
      return [month, new Map(groups.map((some) => [some[0]!.account, some]))];
    }),
  );
}

function touchedIn(month: MonthKey): (problem: Documents['problems']) => boolean {
  const { from, to } = spanOfMonth(month);
  return ({ timeline }) => timeline.some(({ at }) => at >= from && at < to);
}

interface Span {
  from: Millis;
  to: Millis;
}

/** Whatever was open or has ended since, so that nothing of the time is left out. */
async function problemsOf({ from, to }: Span): Promise<Documents['problems'][]> {
  // The SDK encodes no command inside `elemMatch`, so the operators are written out.
  const touched = { createdAt: _.lt(to), timeline: _.elemMatch({ at: { $gte: from, $lt: to } }) };
  // In this order: what ends in between is found twice, and not lost.
  const open = await whole('problems', { status: _.in([...OPEN_STATUSES]), ...touched }, PROBLEM);
  const ended = await whole('problems', { endedAt: _.gte(from - RATED_WITHIN), ...touched }, PROBLEM);
  return [...new Map([...open, ...ended].map((problem) => [problem._id, problem])).values()];
}

const PROBLEM = {
  confidential: true,
  reporter: true,
  onBehalfBy: true,
  status: true,
  holder: true,
  lead: true,
  explained: true,
  timeline: true,
};

async function sessionsOf(months: readonly MonthKey[]): Promise<Documents['sessions'][]> {
  const days = months.map(spanOfMonth).flatMap(({ from, to }) => [from, to - 1]);
  const periods = STUDY_LEVELS.flatMap((level) => days.map((day) => periodAt(level, day)));
  const held = { level: _.in([...STUDY_LEVELS]), period: _.in([...new Set(periods)]), status: 'held' };
  return whole('sessions', held, { area: true, level: true, period: true, status: true, heldAt: true });
}

async function deedsOf({ from, to }: Span): Promise<Documents['deeds'][]> {
  const done = { endedAt: _.gte(from).and(_.lt(to)), status: 'done' };
  return whole('deeds', done, {
    list: true,
    area: true,
    owner: true,
    responsible: true,
    dueAt: true,
    status: true,
    endedAt: true,
    source: true,
    timeline: true,
  });
}

/** Asked for one month after the other. */
export type SheetsOfMonth = (month: MonthKey) => Promise<SheetCounted[]>;

/** A village's sheets of one month after the other: a week that two months share is read once. One read for a thousand. */
export function sheetsOf(village: AreaCode): SheetsOfMonth {
  let known: SheetCounted[] = [];
  let read = new Set<WeekKey>();
  return async (month) => {
    const weeks = new Set(weeksOf(month));
    const keys = [...weeks].filter((week) => !read.has(week)).map((week) => rollupKey(village, week));
    const fresh = await withGist(await whole('sheets', { rollup: _.in(keys) }, SHEET));
    known = [...known.filter(({ week }) => weeks.has(week)), ...fresh];
    read = weeks;
    return known;
  };
}

const SHEET = { worker: true, week: true, gist: true, misses: true };

/** Sheets that were last written before there was a gist: their entries are read for it. */
async function withGist(sheets: Documents['sheets'][]): Promise<SheetCounted[]> {
  const old = sheets.filter(({ gist }) => gist === undefined).map(({ _id }) => _id);
  const told = new Map(
    (await byIds('sheets', old, { entries: true })).map(({ _id, entries }) => [_id, gistOf(entries)]),
  );
  return sheets.map((sheet) => ({ ...sheet, gist: sheet.gist ?? told.get(sheet._id) ?? gistOf({}) }));
}

/** What these workers did for their households in a month, by account. One more read where a sheet lies elsewhere. */
export async function contactFactsOf(
  workers: readonly Person[],
  month: MonthKey,
  sheets: readonly SheetCounted[],
): Promise<FactsByAccount> {
  const known = new Set(sheets.map(({ worker, week }) => sheetId(worker, week)));
  const weeks = weeksOf(month);
  const wanted = workers.flatMap(({ _id }) => weeks.map((week) => sheetId(_id, week)));
  const missing = wanted.filter((id) => !known.has(id));
  const elsewhere = await withGist(await byIds('sheets', missing, SHEET));
  const contacts = contactMonth(month, [...sheets, ...elsewhere]);
  return new Map(
    workers.flatMap((worker) => {
      const facts = contactFacts(worker, contacts);
      return facts.length > 0 ? [[facts[0]!.account, facts] as const] : [];
    }),
  );
}
