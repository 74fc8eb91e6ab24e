import type { AreaCode } from '../../domain/area/area';
import { lastClosedWeek, rollupKey } from '../../domain/contact/sheet';
import type { Silent } from '../../domain/contact/summary';
import type { BlindCounts } from '../../domain/contract/views';
import { type WeekKey, weekAfter, weekKey } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { $ } from './cloud';
import { collection } from './collections';

/** Thresholds of silence, in whole weeks. */
export const SILENCES = [2, 4, 8] as const;
export type Silence = (typeof SILENCES)[number];

/**
 * How many households nobody looks after, or nobody reached for so many closed weeks and not since either. From the
 * summaries of the last closed week and the sheets and links since. Two reads.
 */
export async function blindCounts(area: AreaCode, at: Millis): Promise<BlindCounts> {
  const since = (weeks: Silence) => sinceBy(weeks, at);
  const counted = (weeks: Silence) => $.sum($.cond([$.lte(['$silent.since', since(weeks)]), 1, 0]));
  const [silent, noWorker] = await Promise.all([
    stillSilent(area, 2, at)
      .group({ _id: null, weeks2: counted(2), weeks4: counted(4), weeks8: counted(8) })
      .end(),
    stillAlone(area, at)
      .group({ _id: null, noWorker: $.sum(1) })
      .end(),
  ]);
  const none = { noWorker: 0, weeks2: 0, weeks4: 0, weeks8: 0 };
  const { _id: _none, ...counts } = { _id: null, ...none, ...silent.data[0], ...noWorker.data[0] };
  return counts;
}

/** Households silent for so long, from `after` on in the order of their ids. One read. */
export async function silentHouseholds(
  area: AreaCode,
  weeks: Silence,
  page: { after: string; limit: number },
  at: Millis,
): Promise<(Silent & { grid: AreaCode })[]> {
  const { data } = await stillSilent(area, weeks, at)
    .project({
      _id: 0,
      grid: 1,
      household: '$silent.household',
      since: '$silent.since',
      never: '$silent.never',
    })
    .match({ household: { $gt: page.after } })
    .sort({ household: 1 })
    .limit(page.limit)
    .end();
  return data as (Silent & { grid: AreaCode })[];
}

/** Households without a worker, from `after` on in the order of their ids. One read. */
export async function aloneHouseholds(
  area: AreaCode,
  page: { after: string; limit: number },
  at: Millis,
): Promise<{ grid: AreaCode; household: string }[]> {
  const { data } = await stillAlone(area, at)
    .project({ _id: 0, grid: 1, household: '$noWorker' })
    .match({ household: { $gt: page.after } })
    .sort({ household: 1 })
    .limit(page.limit)
    .end();
  return data as { grid: AreaCode; household: string }[];
}

/** Silent at least since this week, when the last closed week is the newest one without a contact. */
function sinceBy(weeks: Silence, at: Millis): WeekKey {
  return weekAfter(lastClosedWeek(at), 1 - weeks);
}

function stillSilent(area: AreaCode, weeks: Silence, at: Millis) {
  const closed = lastClosedWeek(at);
  const since = sinceBy(weeks, at);
  return collection('summaries')
    .aggregate()
    .match({ rollup: rollupKey(area, closed), 'silent.since': { $lte: since } })
    .project({
      grid: '$area',
      silent: 1,
      open: openWeeks(closed, at).map((week) => $.concat(['$area', `@${week}`])),
    })
    .lookup({ from: 'sheets', localField: 'open', foreignField: 'rollup', as: 'sheets' })
    .project({ grid: 1, silent: 1, tallies: joined('$sheets.tally') })
    .project({ grid: 1, silent: 1, reached: joined('$tallies.reached') })
    .unwind('$silent')
    .project({ grid: 1, silent: 1, reached: $.in(['$silent.household', '$reached']) })
    .match({ reached: false, 'silent.since': { $lte: since } });
}

/** Weeks whose books are open: the running one, on a Monday also the one before. */
function openWeeks(closed: WeekKey, at: Millis): WeekKey[] {
  const weeks: WeekKey[] = [];
  for (let week = weekAfter(closed); week <= weekKey(at); week = weekAfter(week)) weeks.push(week);
  return weeks;
}

function stillAlone(area: AreaCode, at: Millis) {
  const links = joined('$people.links');
  return collection('summaries')
    .aggregate()
    .match({ rollup: rollupKey(area, lastClosedWeek(at)), 'noWorker.0': { $exists: true } })
    .project({ grid: '$area', noWorker: 1 })
    .unwind('$noWorker')
    .lookup({ from: 'people', localField: 'noWorker', foreignField: 'links.household', as: 'people' })
    .project({
      grid: 1,
      noWorker: 1,
      held: $.size(
        $.filter({
          input: links,
          as: 'link',
          cond: $.and([
            $.eq(['$$link.household', '$noWorker']),
            $.lte(['$$link.from', at]),
            $.gt([$.ifNull(['$$link.to', at + 1]), at]),
          ]),
        }),
      ),
    })
    .match({ held: 0 });
}

/** A list of lists as one. */
function joined(lists: string) {
  return $.reduce({ input: lists, initialValue: [], in: $.concatArrays(['$$value', '$$this']) });
}
