import type { AreaCode } from '../../domain/area/area';
import { type ContactSheet, sheetId } from '../../domain/contact/sheet';
import { closeGrid, type Summary, summaryId, WEEKS_BACK } from '../../domain/contact/summary';
import type { Household } from '../../domain/household/household';
import type { Person } from '../../domain/person/person';
import { type WeekKey, weekAfter } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { insert } from '../kit/aggregate';
import { inParts } from '../kit/batches';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { byIds } from '../kit/whole';

/** What one query may answer. */
const MOST = 1000;

/**
 * Sums up every grid of a village that has no summary of the week yet. Some five reads for a village, one read
 * and one write for a grid.
 * @returns how many summaries were written
 */
export async function closeVillage(village: AreaCode, week: WeekKey, at: Millis): Promise<number> {
  const grids = (await all('areas', (areas) => areas.where({ parent: village }).limit(MOST))).map(
    ({ _id }) => _id,
  );
  const before = weekAfter(week, -1);
  const summaries = new Map(
    (
      await byIds(
        'summaries',
        grids.flatMap((grid) => [summaryId(grid, week), summaryId(grid, before)]),
      )
    ).map((summary) => [summary._id, summary]),
  );
  const open = grids.filter((grid) => !summaries.has(summaryId(grid, week)));
  const households = await householdsOf(open);
  const workers = await linkedTo(households);
  const past = open.some((grid) => !summaries.has(summaryId(grid, before)));
  const weeks = Array.from({ length: past ? WEEKS_BACK : 1 }, (_none, back) => weekAfter(week, -back));
  const sheets = await byIds(
    'sheets',
    workers.flatMap(({ _id }) => weeks.map((key) => sheetId(_id, key))),
  );
  let written = 0;
  for (const grid of open) {
    const summary = summaryOf(
      grid,
      week,
      summaries.get(summaryId(grid, before)),
      { households, workers, sheets },
      at,
    );
    if (await insert('summaries', summary)) written += 1;
  }
  return written;
}

interface Village {
  households: readonly Household[];
  workers: readonly Person[];
  sheets: readonly ContactSheet[];
}

/** Only what concerns the grid, so that a household looks at a handful of sheets. */
function summaryOf(
  grid: AreaCode,
  week: WeekKey,
  before: Summary | undefined,
  { households, workers, sheets }: Village,
  at: Millis,
): Summary {
  const own = households.filter(({ area }) => area === grid);
  const ids = new Set(own.map(({ _id }) => _id));
  const linked = workers.filter(({ links = [] }) => links.some(({ household }) => ids.has(household)));
  const names = new Set(linked.map(({ _id }) => _id));
  const said = sheets.filter(({ worker }) => names.has(worker));
  return closeGrid({ grid, week, households: own, workers: linked, sheets: said, before }, at);
}

/** Grid by grid: one equality on the index, however large the collection is. */
async function householdsOf(grids: readonly AreaCode[]): Promise<Household[]> {
  const found: Household[] = [];
  for (const area of grids) {
    for (let past = 0; ; past += MOST) {
      const page = await all('households', (some) => some.where({ area }).skip(past).limit(MOST));
      found.push(...page);
      if (page.length < MOST) break;
    }
  }
  return found;
}

/** Whoever is or was linked to one of them: links keep their history. */
async function linkedTo(households: readonly Household[]): Promise<Person[]> {
  const workers = new Map<string, Person>();
  for (const some of inParts(households.map(({ _id }) => _id))) {
    const found = await all('people', (people) =>
      people.where({ 'links.household': _.in(some) }).limit(MOST),
    );
    for (const worker of found) workers.set(worker._id, worker);
  }
  return [...workers.values()];
}
