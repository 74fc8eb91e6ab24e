import type { Area } from '../../domain/area/area';
import { areasOf, countHouseholds } from '../../domain/area/divisions';
import { booksClose, lastClosedWeek } from '../../domain/contact/sheet';
import { closeGrid, closingRound } from '../../domain/contact/summary';
import type { Deed } from '../../domain/deed/deed';
import { templateFor } from '../../domain/notice/template';
import type { Problem } from '../../domain/problem/problem';
import type { StudySession } from '../../domain/study/session';
import { DAY, MINUTE, type Millis } from '../../domain/time/shanghai';
import type { Doc, Store } from '../cloud';
import { type DemoSheet, sheetsOf, weeksUpTo } from './contacts';
import { type DeedPlan, deedPlanOf, FIRST_OF_TOWNSHIP, memberDeeds, organisationDeeds } from './deeds';
import { evaluationOf, rollOf, withAnswers } from './evaluation';
import { goodsOf, householdBooks } from './families';
import type { Desks } from './history';
import { noticesOf } from './inbox';
import { type DemoPerson, leaders } from './people';
import { planOf } from './plan';
import { booksOf, earlierSheets, pointsSince, settledPlaces } from './points';
import { problemsOf } from './problems';
import { type Random, randomOf } from './random';
import { divisionsAt, type Scale, STAGE_VILLAGE, wholeBanner } from './scale';
import { studiesOf } from './studies';
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
  collection:
    | 'areas'
    | 'people'
    | 'households'
    | 'sheets'
    | 'summaries'
    | 'rounds'
    | 'settlings'
    | 'problems'
    | 'sessions'
    | 'deeds'
    | 'books'
    | 'evaluations'
    | 'rolls'
    | 'goods'
    | 'notices';
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
  const plans = planOf(wholeBanner(), seed);
  const whole = wholeBanner();
  const deeds = deedPlanOf(
    whole.code,
    whole.townships.map(({ code }) => code),
    plans,
  );
  yield* workAbove([banner, ...townships], top, deeds, now, random);
  for (const plan of plans) {
    const area = areas.find(({ _id }) => _id === plan.code);
    if (!area) continue;
    const own = random.fork(plan.code);
    const onStage = plan.code === STAGE_VILLAGE;
    const since = onStage ? pointsSince(now) - 7 * DAY : linkedFrom;
    const people = peopleVillage(area, plan, since, own.fork('people'));
    const village = onStage ? withAnswers(people, now, own.fork('answers')) : people;
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
    const work = workOf(village, deeds, now, own);
    yield { collection: 'deeds', documents: work.deeds };
    yield { collection: 'sessions', documents: work.sessions };
    if (onStage)
      yield* pointsOf(village, { ...work, sheets, problems: lives.map(({ problem }) => problem) }, now, own);
    const told = lives.flatMap((life) => life.told);
    yield { collection: 'notices', documents: noticesOf(told, desks, template, now, own.fork('inbox')) };
  }
  yield { collection: 'areas', documents: countHouseholds([...areas, ...grids], byGrid).map(synthetic) };
  const closed = { _id: closingRound(lastClosedWeek(now)), at: now, after: '', failed: [], done: now };
  yield { collection: 'rounds', documents: [synthetic(closed)] };
  yield { collection: 'settlings', documents: settledPlaces(areas, now) };
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

/** Lists and sessions of the banner and its townships. */
function* workAbove(
  areas: readonly Area[],
  top: readonly DemoPerson[],
  deeds: DeedPlan,
  now: Millis,
  random: Random,
): Generator<Planted> {
  for (const area of areas) {
    const own = random.fork(`work ${area._id}`);
    const officials = top.filter(({ desks }) => desks.includes(`official@${area._id}`));
    const count = deeds.get(area._id)!.organisation;
    const first = area.level === 'township' && STAGE_VILLAGE.startsWith(area._id) ? FIRST_OF_TOWNSHIP : [];
    yield {
      collection: 'deeds',
      documents: organisationDeeds(area, count, officials, now, own.fork('deeds'), first),
    };
    yield { collection: 'sessions', documents: studiesOf(area, officials, now, own.fork('studies')) };
  }
}

/** Lists and sessions of one village. */
function workOf(
  { area, secretary, grids }: DemoVillage,
  deeds: DeedPlan,
  now: Millis,
  random: Random,
): { deeds: Deed[]; sessions: StudySession[] } {
  const { organisation, member } = deeds.get(area._id)!;
  const chiefs = grids.map(({ chief }) => chief);
  const members = grids.flatMap(({ chief, workers }) => [chief, ...workers]);
  return {
    deeds: [
      ...organisationDeeds(area, organisation, [secretary], now, random.fork('deeds')),
      ...memberDeeds(area._id, member, members, now, random.fork('member deeds')),
    ],
    sessions: [...studiesOf(area, [secretary, ...chiefs], now, random.fork('studies'))],
  };
}

interface Work {
  deeds: Deed[];
  sessions: StudySession[];
  sheets: DemoSheet[];
  problems: Problem[];
}

/** Two years of points where the stage plays: what was done, the books that follow from it, and last year's evaluation. */
function* pointsOf(village: DemoVillage, work: Work, now: Millis, random: Random): Generator<Planted> {
  const first = weeksUpTo(now).at(-1)!.from;
  const earlier = [...earlierSheets(village, first, now, random.fork('earlier contacts'))];
  yield { collection: 'sheets', documents: earlier };
  const workers = village.grids.flatMap((grid) => grid.workers);
  const records = { ...work, workers, sheets: [...earlier, ...work.sheets] };
  const books = [...booksOf(village.area, records, now)];
  yield { collection: 'books', documents: books };
  const evaluation = evaluationOf(village, books, now, random.fork('evaluation'));
  yield { collection: 'evaluations', documents: [synthetic(evaluation)] };
  yield { collection: 'rolls', documents: [rollOf(evaluation, village)] };
  yield { collection: 'books', documents: householdBooks(village, now, random.fork('households')) };
  yield { collection: 'goods', documents: goodsOf(village.area._id) };
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
