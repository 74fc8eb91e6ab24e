import type { AreaCode } from '../area/area';
import type { Household } from '../household/household';
import type { Person } from '../person/person';
import { type WeekKey, weekAfter, weekSpan } from '../time/period';
import type { Millis } from '../time/shanghai';
import { type ContactSheet, rollupOf } from './sheet';

/** A household that nobody reached, and since when. */
export interface Silent {
  household: string;
  /** The first of the weeks on end without a contact. */
  since: WeekKey;
  /** No contact is known at all, so it may have been longer. */
  never?: true;
}

/** 周联系汇总: a grid's week, frozen when its books close. Areas above are sums over their grids. */
export interface Summary {
  _id: string;
  area: AreaCode;
  week: WeekKey;
  /** `area@week` of the grid and each area above. */
  rollup: string[];
  at: Millis;
  /** Households living here at the week's end, without the excused ones. */
  due: number;
  reached: number;
  met: number;
  excused: number;
  silent: Silent[];
  /** Households that no worker was linked to at the week's end. */
  noWorker: string[];
}

/** How far back a grid's first summary looks, and a worker's screen. */
export const WEEKS_BACK = 8;

export function summaryId(grid: AreaCode, week: WeekKey): string {
  return `${grid}_${week}`;
}

/** The timer's round that freezes a week; done when every grid has been summed up. */
export function closingRound(week: WeekKey): string {
  return `close.${week}`;
}

interface Closing {
  grid: AreaCode;
  week: WeekKey;
  /** Of the registry, of this grid. */
  households: readonly Pick<Household, '_id' | 'ended'>[];
  /** Whoever is or was linked to one of them. */
  workers: readonly Person[];
  /** Of these workers: of the week, and of the seven before it when there is no summary of the week before. */
  sheets: readonly ContactSheet[];
  before: Summary | undefined;
}

/** The week of a grid as it will stand: each household once, whoever contacted it. */
export function closeGrid({ grid, week, households, workers, sheets, before }: Closing, at: Millis): Summary {
  const { to } = weekSpan(week);
  const living = households.filter(({ ended }) => ended === undefined || ended.at >= to);
  const own = sheets.filter((sheet) => sheet.week === week);
  const held = heldAt(workers, to);
  const summary: Summary = {
    _id: summaryId(grid, week),
    area: grid,
    week,
    rollup: rollupOf([grid], week),
    at,
    due: 0,
    reached: 0,
    met: 0,
    excused: 0,
    silent: [],
    noWorker: living.filter(({ _id }) => !held.has(_id)).map(({ _id }) => _id),
  };
  for (const { _id } of living) {
    const entries = own.flatMap(({ entries }) => entries[_id] ?? []);
    const excused = own.some(({ misses }) =>
      misses?.[_id]?.some(({ review }) => review?.verdict === 'excused'),
    );
    if (entries.length > 0) summary.reached += 1;
    else {
      summary.silent.push(silence(_id, week, sheets, before));
      if (excused) summary.excused += 1;
    }
    if (entries.some(({ inPerson }) => inPerson)) summary.met += 1;
  }
  return { ...summary, due: living.length - summary.excused };
}

function heldAt(workers: readonly Person[], end: Millis): Set<string> {
  const links = workers.flatMap(({ links = [] }) => links);
  return new Set(
    links.filter((link) => link.from < end && (link.to ?? end) >= end).map((link) => link.household),
  );
}

/** Carried on from the week before; only the first summary of a grid reads its past. */
function silence(
  household: string,
  week: WeekKey,
  sheets: readonly ContactSheet[],
  before: Summary | undefined,
): Silent {
  if (before) return before.silent.find((one) => one.household === household) ?? { household, since: week };
  const reached = sheets.filter(({ entries }) => entries[household]).map((sheet) => sheet.week);
  const last = reached.sort().at(-1);
  return last
    ? { household, since: weekAfter(last) }
    : { household, since: weekAfter(week, 1 - WEEKS_BACK), never: true };
}
