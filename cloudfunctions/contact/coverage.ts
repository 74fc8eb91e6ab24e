import { type Area, levelOf } from '../../domain/area/area';
import { duty, onLeave } from '../../domain/contact/duty';
import { booksClose, rollupKey, weekOf } from '../../domain/contact/sheet';
import { closingRound, WEEKS_BACK } from '../../domain/contact/summary';
import type { CoverageRow, CoverageView, WorkerRow } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import { type WeekKey, weekAfter, weekSpan } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { blindCounts } from '../kit/blind';
import { _ } from '../kit/cloud';
import { collection, one } from '../kit/collections';
import { frozenCoverage, liveCoverage } from '../kit/coverage';
import type { Call } from '../kit/serve';
import { workersIn } from '../kit/workers';
import { areaWithin, postsFor } from './scope';

/** An area's week: its total, the areas below, in a grid its workers, and where nobody looks. */
export async function coverage({
  input,
  caller: { person },
  at,
}: Call<'contact.coverage'>): Promise<CoverageView> {
  const code = areaWithin(postsFor('contact.coverage', person), input.area);
  const week = weekOf(input.week, at);
  const [area, closed] = await Promise.all([one('areas', code), isClosed(week, at)]);
  if (!area) throw new Refusal('NOT_FOUND', { path: 'area' });
  const isGrid = levelOf(code) === 'grid';
  const [rows, workers, blind] = await Promise.all([
    closed ? frozenCoverage(code, week) : liveCoverage(code, week),
    isGrid ? workersOf(area, week, at) : [],
    blindCounts(code, at),
  ]);
  return {
    area: { code, path: area.path || area.name },
    week,
    closed,
    total: sumOf(area, rows),
    rows: isGrid ? [] : rows,
    workers,
    blind,
    asOf: at,
  };
}

/** Figures are frozen once every grid has been summed up. */
async function isClosed(week: WeekKey, at: Millis): Promise<boolean> {
  if (at < booksClose(week)) return false;
  return (await one('rounds', closingRound(week)))?.done !== undefined;
}

function sumOf({ _id, name }: Area, rows: readonly CoverageRow[]): CoverageRow {
  const total = { area: { code: _id, name }, due: 0, reached: 0, met: 0, excused: 0 };
  for (const row of rows) {
    total.due += row.due;
    total.reached += row.reached;
    total.met += row.met;
    total.excused += row.excused;
  }
  return total;
}

/** The grid's workers by name, never by figures. Two reads. */
async function workersOf(grid: Area, week: WeekKey, at: Millis): Promise<WorkerRow[]> {
  const weeks = Array.from({ length: WEEKS_BACK }, (_none, back) => weekAfter(week, -back));
  const [people, sheets] = await Promise.all([
    workersIn(grid._id),
    figuresOf(weeks.map((key) => rollupKey(grid._id, key))),
  ]);
  const lookAt = Math.min(at, weekSpan(week).to - 1);
  return people
    .map((worker) => {
      const own = sheets.filter((sheet) => sheet.worker === worker._id);
      return workerRow(worker, week, own, lookAt);
    })
    .sort((a, b) => a.worker.name.localeCompare(b.worker.name, 'zh'));
}

interface Figures {
  worker: string;
  week: WeekKey;
  missed?: number;
  met: number;
  tally: { reached: string[]; excused: string[] }[];
}

async function figuresOf(rollup: string[]): Promise<Figures[]> {
  const { data } = await collection('sheets')
    .aggregate()
    .match({ rollup: _.in(rollup) })
    .project({ worker: 1, week: 1, missed: 1, met: 1, 'tally.reached': 1, 'tally.excused': 1 })
    .end();
  return data as Figures[];
}

function workerRow(worker: Person, week: WeekKey, sheets: readonly Figures[], at: Millis): WorkerRow {
  const own = sheets.find((sheet) => sheet.week === week);
  const reached = own?.tally.flatMap((one) => one.reached) ?? [];
  const excused = own?.tally.flatMap((one) => one.excused) ?? [];
  const { owed, leave } = duty(worker, week);
  const free = new Set([...leave, ...excused].filter((household) => !reached.includes(household)));
  return {
    worker: { id: worker._id, name: worker.name },
    due: new Set([...owed.filter((household) => !free.has(household)), ...reached]).size,
    reached: reached.length,
    met: own?.met ?? 0,
    excused: free.size,
    misses: sheets.reduce((sum, { missed = 0 }) => sum + missed, 0),
    onLeave: onLeave(worker, at),
  };
}
