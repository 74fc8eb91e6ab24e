import { type AreaCode, LENGTH, levelBelow, levelOf } from '../../domain/area/area';
import type { CoverageRow } from '../../domain/contract/views';
import type { WeekKey } from '../../domain/time/period';
import { $ } from './cloud';
import { collection } from './collections';

/** An area's row without its name's wrapping, as the pipelines answer it. */
interface Row extends Omit<CoverageRow, 'area'> {
  _id: AreaCode;
  name: string;
}

/**
 * Due, reached and met of the areas one level below (a grid: of itself), as the sheets of the week stand now.
 * The households that sheets name are united by grid before they are counted, so that one that stands in two sheets
 * (handed over, covered) counts once, in the grid it lies in. One read.
 */
export async function liveCoverage(area: AreaCode, week: WeekKey): Promise<CoverageRow[]> {
  const { data } = await areasBelow(area, week)
    .lookup({ from: 'sheets', localField: 'rollup', foreignField: 'rollup', as: 'sheets' })
    .project({ name: 1, households: 1, tally: '$sheets.tally' })
    // Twice: a list of sheets, each with a list of grids. An area without a sheet keeps its row.
    .unwind({ path: '$tally', preserveNullAndEmptyArrays: true })
    .unwind({ path: '$tally', preserveNullAndEmptyArrays: true })
    .group({
      _id: { area: '$_id', grid: '$tally.area' },
      name: $.first('$name'),
      households: $.first('$households'),
      reached: $.push($.ifNull(['$tally.reached', []])),
      met: $.push($.ifNull(['$tally.met', []])),
      excused: $.push($.ifNull(['$tally.excused', []])),
    })
    .project({
      name: 1,
      households: 1,
      // A sheet of this area may also name households of another one: they count there.
      inside: $.eq([$.substr([$.ifNull(['$_id.grid', '']), 0, codeLength(area)]), '$_id.area']),
      reached: united('$reached'),
      met: united('$met'),
      excused: united('$excused'),
    })
    .group({
      _id: '$_id.area',
      name: $.first('$name'),
      households: $.first('$households'),
      reached: insideOnly($.size('$reached')),
      met: insideOnly($.size('$met')),
      excused: insideOnly($.size($.setDifference(['$excused', '$reached']))),
    })
    .project({ name: 1, due: $.subtract(['$households', '$excused']), reached: 1, met: 1, excused: 1 })
    .sort({ _id: 1 })
    .end();
  return rowsOf(data);
}

/** The same from the frozen summaries of a week whose books are closed. One read. */
export async function frozenCoverage(area: AreaCode, week: WeekKey): Promise<CoverageRow[]> {
  const { data } = await areasBelow(area, week)
    .lookup({ from: 'summaries', localField: 'rollup', foreignField: 'rollup', as: 'grids' })
    .project({
      name: 1,
      due: $.sum('$grids.due'),
      reached: $.sum('$grids.reached'),
      met: $.sum('$grids.met'),
      excused: $.sum('$grids.excused'),
    })
    .sort({ _id: 1 })
    .end();
  return rowsOf(data);
}

function areasBelow(area: AreaCode, week: WeekKey) {
  return collection('areas')
    .aggregate()
    .match(levelBelow(levelOf(area)) ? { parent: area } : { _id: area })
    .addFields({ rollup: $.concat(['$_id', `@${week}`]) });
}

/** Digits of the rows' codes. */
function codeLength(area: AreaCode): number {
  return LENGTH[levelBelow(levelOf(area)) ?? levelOf(area)];
}

/** A list of lists of ids as one set. */
function united(lists: string) {
  return $.reduce({ input: lists, initialValue: [], in: $.setUnion(['$$value', '$$this']) });
}

function insideOnly(count: unknown) {
  return $.sum($.cond(['$inside', count, 0]));
}

function rowsOf(data: unknown): CoverageRow[] {
  return (data as Row[]).map(({ _id, name, due, reached, met, excused }) => ({
    area: { code: _id, name },
    due,
    reached,
    met,
    excused,
  }));
}
