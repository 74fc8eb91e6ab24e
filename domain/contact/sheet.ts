import { type AreaCode, lineage } from '../area/area';
import type { Aggregate } from '../command/applied';
import { Refusal } from '../error/refusal';
import type { Owing } from '../notice/notice';
import type { Person } from '../person/person';
import { isWeekKey, type WeekKey, weekKey, weekSpan } from '../time/period';
import { DAY, type Millis } from '../time/shanghai';
import { duty, gridOfWorker } from './duty';
import type { Entry } from './entry';
import { type Gist, gistOf } from './gist';
import { type Miss, waitingMiss } from './miss';
import { type Tally, tallyOf } from './tally';

/** 联系台账: one worker × one ISO week. */
export interface ContactSheet extends Aggregate, Owing {
  worker: string;
  week: WeekKey;
  area: AreaCode;
  /** `area@week` for each grid of `tally` and each area above: one key joins an area to its sheets of a week. */
  rollup: string[];
  entries: Record<string, Entry>;
  /** By household. */
  misses?: Record<string, Miss[]>;
  /** Households owed a contact / contacted / met face to face; reached never exceeds due. */
  due: number;
  reached: number;
  met: number;
  /** By grid and id, for coverage. */
  tally: Tally[];
  /** In short, for points. */
  gist: Gist;
  /** Households said to be out of reach, contacted later or not. */
  missed?: number;
  /** Of them: waiting for the chief's eye; absent when none. */
  waiting?: number;
}

export type SheetCounts = Pick<ContactSheet, 'week' | 'due' | 'reached' | 'met'>;

/** Entries for a past week are taken until its books close: one day after the week's end. */
const WEEK_GRACE: Millis = DAY;

/** When the books of a week close: Monday 24:00 after it. */
export function booksClose(week: WeekKey): Millis {
  return weekSpan(week).to + WEEK_GRACE;
}

/** The last week whose books are closed. */
export function lastClosedWeek(at: Millis): WeekKey {
  return weekKey(at - WEEK_GRACE - 7 * DAY);
}

export function sheetId(worker: string, week: WeekKey): string {
  return `${worker}_${week}`;
}

export function rollupKey(area: AreaCode, week: WeekKey): string {
  return `${area}@${week}`;
}

export function rollupOf(grids: readonly AreaCode[], week: WeekKey): string[] {
  return [...new Set(grids.flatMap(lineage))].map((code) => rollupKey(code, week));
}

export function newSheet(worker: Person, week: WeekKey): ContactSheet {
  const area = gridOfWorker(worker);
  return {
    _id: sheetId(worker._id, week),
    rev: 0,
    applied: [],
    outbox: [],
    worker: worker._id,
    week,
    area,
    rollup: rollupOf([area], week),
    entries: {},
    due: duty(worker, week).owed.length,
    reached: 0,
    met: 0,
    tally: [],
    gist: gistOf({}),
  };
}

/** The sheet with everything that is counted told anew from its entries and misses. */
export function counted(sheet: ContactSheet, worker?: Person): ContactSheet {
  const { entries, misses = {}, area, week } = sheet;
  const all = Object.values(entries);
  const tally = tallyOf(sheet);
  const waiting = Object.keys(misses).filter((household) => waitingMiss(sheet, household)).length;
  const missed = Object.keys(misses).length;
  const { waiting: _, ...rest } = sheet;
  return {
    ...rest,
    rollup: rollupOf([area, ...tally.map((one) => one.area)], week),
    // Contacted before a hand-over in mid-week: done by this worker, so due of this worker.
    ...(worker ? { due: new Set([...duty(worker, week).owed, ...Object.keys(entries)]).size } : {}),
    reached: all.length,
    met: all.filter((entry) => entry.inPerson).length,
    tally,
    gist: gistOf(entries),
    ...(missed > 0 ? { missed } : {}),
    ...(waiting > 0 ? { waiting } : {}),
  };
}

/** The week a batch belongs to: the one stated, else the one its first contact lies in. @throws Refusal BAD_INPUT */
export function weekOf(stated: string | undefined, first: Millis): WeekKey {
  if (stated === undefined) return weekKey(first);
  if (!isWeekKey(stated)) {
    throw new Refusal('BAD_INPUT', {
      path: 'week',
      words: { zh: '没有这一周', en: 'There is no such week' },
    });
  }
  return stated;
}
