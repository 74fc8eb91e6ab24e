import type { Area } from '../../domain/area/area';
import { areasOf, countHouseholds } from '../../domain/area/divisions';
import { booksClose, lastClosedWeek } from '../../domain/contact/sheet';
import { closeGrid, closingRound } from '../../domain/contact/summary';
import { templateFor } from '../../domain/notice/template';
import { DAY, MINUTE, type Millis } from '../../domain/time/shanghai';
import type { Doc, Store } from '../cloud';
import { type DemoSheet, sheetsOf, weeksUpTo } from './contacts';
import type { Desks } from './history';
import { noticesOf } from './inbox';
import { leaders } from './people';
import { planOf } from './plan';
import { problemsOf } from './problems';
import { type Random, randomOf } from './random';
import { divisionsAt, type Scale, wholeBanner } from './scale';
import { synthetic } from './synthetic';
import { type DemoVillage, peopleVillage } from './village';

export interface Recipe {
  scale: Scale;
  seed: string;
  /** All history ends here. */
  now: Millis;
  /** Ids of the subscription message templates, by our name. */
  templates: Record<'task' | 'progress', string>;
}

/** A document and the collection it belongs to. */
export interface Planted {
  collection: 'areas' | 'people' | 'households' | 'sheets' | 'summaries' | 'rounds' | 'problems' | 'notices';
  documents: Iterable<object>;
}

/** Links began before any history. */
const LINKED_SINCE: Millis = 200 * DAY;

/**
 * The demonstration data, village by village, nothing held longer than its village. The same recipe gives the same
 * documents in the same order.
 */
export function* plant({ scale, seed, now, templates }: Recipe): Generator<Planted> {
  const areas = areasOf(divisionsAt(scale));
  const banner = areas[0]!;
  const townships = areas.filter((area) => area.level === 'township');
  const random = randomOf(seed);
  const top = leaders(banner, townships, random.fork('leaders'));
  yield { collection: 'people', documents: top };
  const seats = new Map(
    top.flatMap((person) => person.desks.map((desk) => [desk, person] as const)).reverse(),
  );
  const byGrid = new Map<string, number>();
  const grids: Area[] = [];
  const weeks = weeksUpTo(now);
  const template = (kind: Parameters<typeof templateFor>[0]) => templates[templateFor(kind)];
  const linkedFrom = (weeks.at(-1)?.from ?? now) - LINKED_SINCE;
  for (const plan of planOf(wholeBanner(), seed)) {
    const area = areas.find(({ _id }) => _id === plan.code);
    if (!area) continue;
    const own = random.fork(plan.code);
    const village = peopleVillage(area, plan, linkedFrom, own.fork('people'));
    for (const grid of village.grids) {
      grids.push(grid.area);
      byGrid.set(grid.area._id, grid.households.length);
    }
    yield* registryOf(village);
    const sheets = [...allSheets(village, weeks, now, own.fork('contacts'))];
    yield { collection: 'sheets', documents: sheets };
    yield { collection: 'summaries', documents: lastWeekOf(village, sheets, now) };
    const above = [banner, ...townships.filter(({ _id }) => area._id.startsWith(_id))];
    const desks: Desks = new Map([...seats, ...desksOf(village)]);
    const lives = [...problemsOf(village, above, desks, now, own.fork('problems'))];
    yield { collection: 'problems', documents: lives.map(({ problem }) => synthetic(problem)) };
    const told = lives.flatMap((life) => life.told);
    yield { collection: 'notices', documents: noticesOf(told, desks, template, now, own.fork('inbox')) };
  }
  yield { collection: 'areas', documents: countHouseholds([...areas, ...grids], byGrid).map(synthetic) };
  const closed = { _id: closingRound(lastClosedWeek(now)), at: now, after: '', failed: [], done: now };
  yield { collection: 'rounds', documents: [synthetic(closed)] };
}

/** The last closed week summed up, as the timer would have done it on Tuesday. */
function* lastWeekOf({ grids }: DemoVillage, sheets: readonly DemoSheet[], now: Millis): Generator<object> {
  const week = lastClosedWeek(now);
  for (const { area, households, workers } of grids) {
    const own = sheets.filter((sheet) => sheet.area === area._id && sheet.week <= week);
    const grid = { grid: area._id, week, households, workers, sheets: own, before: undefined };
    yield synthetic(closeGrid(grid, booksClose(week) + 20 * MINUTE));
  }
}

function* registryOf({ secretary, grids }: DemoVillage): Generator<Planted> {
  yield {
    collection: 'people',
    documents: [
      secretary,
      ...grids.flatMap(({ chief, workers, residents }) => [chief, ...workers, ...residents]),
    ],
  };
  yield { collection: 'households', documents: grids.flatMap(({ households }) => households) };
}

function* allSheets(
  { grids }: DemoVillage,
  weeks: ReturnType<typeof weeksUpTo>,
  now: Millis,
  random: Random,
): Generator<DemoSheet> {
  for (const { workers } of grids) {
    for (const worker of workers) yield* sheetsOf(worker, weeks, now, random);
  }
}

function desksOf({ secretary, grids }: DemoVillage) {
  return [secretary, ...grids.map(({ chief }) => chief)].flatMap((person) =>
    person.desks.map((desk) => [desk, person] as const),
  );
}

/** Plants everything into an empty store; other requests get their turn between the villages. */
export async function sow(
  store: Store,
  recipe: Recipe,
  progress: (documents: number) => void,
): Promise<void> {
  let documents = 0;
  for (const planted of plant(recipe)) {
    documents += store.bulkInsert(planted.collection, planted.documents as Iterable<Doc>);
    await store.settled();
    progress(documents);
  }
}
