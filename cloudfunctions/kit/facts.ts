import type { AreaCode } from '../../domain/area/area';
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
import type { MonthKey } from '../../domain/time/period';
import { groupBy, inParts } from './batches';
import { _ } from './cloud';
import { all, type Documents } from './collections';
import { whole } from './whole';

/** What one query answers at most. */
const MOST = 1000;

export type FactsByAccount = Map<AccountId, Fact[]>;

/**
 * What was done in the banner in a month, by account: problems, sessions, deeds. One read for each thousand of each; a
 * worker's deeds in another village so count as well.
 */
export async function workFacts(month: MonthKey): Promise<FactsByAccount> {
  const [problems, sessions, deeds] = await Promise.all([
    problemsOf(month),
    sessionsOf(month),
    deedsOf(month),
  ]);
  const facts = [
    ...problems.flatMap((problem) => problemFacts(problem, month)),
    ...sessions.flatMap((session) => sessionFacts(session, month)),
    ...deeds.flatMap((deed) => deedFacts(deed, month)),
  ];
  return new Map(groupBy(facts, ({ account }) => account).map((some) => [some[0]!.account, some]));
}

/** Whatever was open or has ended since, so that nothing of the month is left out. */
async function problemsOf(month: MonthKey): Promise<Documents['problems'][]> {
  const { from, to } = spanOfMonth(month);
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

async function sessionsOf(month: MonthKey): Promise<Documents['sessions'][]> {
  const { from, to } = spanOfMonth(month);
  const periods = STUDY_LEVELS.flatMap((level) => [periodAt(level, from), periodAt(level, to - 1)]);
  const held = { level: _.in([...STUDY_LEVELS]), period: _.in([...new Set(periods)]), status: 'held' };
  return whole('sessions', held, { area: true, level: true, period: true, status: true, heldAt: true });
}

async function deedsOf(month: MonthKey): Promise<Documents['deeds'][]> {
  const { from, to } = spanOfMonth(month);
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

/** A village's sheets of a month. One read for a thousand. */
export function sheetsOf(village: AreaCode, month: MonthKey): Promise<SheetCounted[]> {
  const keys = weeksOf(month).map((week) => rollupKey(village, week));
  return whole('sheets', { rollup: _.in(keys) }, SHEET);
}

const SHEET = { worker: true, week: true, entries: true, misses: true };

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
  const elsewhere = await Promise.all(
    inParts(missing).map((ids) =>
      all('sheets', (some) =>
        some
          .where({ _id: _.in(ids) })
          .field(SHEET)
          .limit(MOST),
      ),
    ),
  );
  const contacts = contactMonth(month, [...sheets, ...elsewhere.flat()]);
  return new Map(
    workers.flatMap((worker) => {
      const facts = contactFacts(worker, contacts);
      return facts.length > 0 ? [[facts[0]!.account, facts] as const] : [];
    }),
  );
}
