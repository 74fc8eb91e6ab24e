import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Area } from '../../domain/area/area';
import { areasOf, countHouseholds } from '../../domain/area/divisions';
import { weekSpan } from '../../domain/time/period';
import { atShanghai, type Millis } from '../../domain/time/shanghai';
import { type Cloud, startCloud } from '../../local/cloud';
import { sheetsOf } from '../../local/demo/contacts';
import { type DemoPerson, leaders } from '../../local/demo/people';
import { planOf } from '../../local/demo/plan';
import { type Random, randomOf } from '../../local/demo/random';
import { wholeBanner } from '../../local/demo/scale';
import { studiesOf } from '../../local/demo/studies';
import { peopleVillage } from '../../local/demo/village';
import { STILL_FUNCTIONS } from '../setup';
import { problemsOfYear } from './banner-year-problems';
import { FUNCTION_ENV, plain } from './village';

export const YEAR = '2025';
const WEEKS = 52;
const PROBLEMS = 5_000;
const WORKERS = 5_845;
const LINKED: Millis = atShanghai('2024-06-01');
/** Everything of the year has ended by then. */
const AFTER: Millis = atShanghai('2026-01-02');
const SEED = 'banner-year';

/** Also started over the folder of a process that was killed. */
export async function openYear(dataDir: string): Promise<Cloud> {
  return startCloud({
    port: 0,
    dataDir,
    functionsDir: STILL_FUNCTIONS,
    indexes: join(STILL_FUNCTIONS, 'indexes.json'),
    functionEnv: FUNCTION_ENV,
    log: () => {},
  });
}

/**
 * A copy of the banner's year: 5,845 workers, 52 weeks of their sheets, 5,000 problems, a year of study sessions; nothing
 * settled. Grown once; delete `.cache` after a change of what these documents look like.
 * @param villages so many of the 90; for tests that have no time
 */
export async function copyYear(
  say: (line: string) => void,
  villages = Number.POSITIVE_INFINITY,
): Promise<string> {
  const grown = join(__dirname, '..', '..', '.cache', `bench-year-${Math.min(villages, 90)}`);
  if (!existsSync(join(grown, 'complete'))) await grow(grown, villages, say);
  const dataDir = mkdtempSync(join(tmpdir(), 'yige-year-'));
  cpSync(grown, dataDir, { recursive: true });
  return dataDir;
}

async function grow(folder: string, villages: number, say: (line: string) => void): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const cloud = await openYear(folder);
  const begun = performance.now();
  for (const [collection, documents] of yearOf(villages)) {
    cloud.store.bulkInsert(collection, documents);
    await cloud.store.settled();
  }
  await cloud.stop();
  writeFileSync(join(folder, 'complete'), '');
  say(`the banner's year grown in ${((performance.now() - begun) / 1000).toFixed(0)} s (kept in .cache)`);
}

function* yearOf(
  most: number,
): Generator<[collection: string, documents: Iterable<ReturnType<typeof plain>>]> {
  const random = randomOf(SEED);
  const areas = areasOf(wholeBanner());
  const townships = areas.filter(({ level }) => level === 'township');
  const top = leaders(areas[0]!, townships, random.fork('leaders'));
  yield ['people', top.map(plain)];
  for (const area of [areas[0]!, ...townships]) yield ['sessions', sessionsOf(area, top, random)];
  const weeks = Array.from({ length: WEEKS }, (_, n) => `${YEAR}-W${String(n + 1).padStart(2, '0')}`);
  const spans = weeks.map((key) => ({ key, from: weekSpan(key).from }));
  const plans = planOf(wholeBanner(), SEED).slice(0, most);
  const counts = new Map<string, number>();
  const grids: Area[] = [];
  for (const plan of plans) {
    const area = areas.find(({ _id }) => _id === plan.code)!;
    const own = random.fork(plan.code);
    const village = peopleVillage(area, plan, LINKED, own.fork('people'));
    for (const grid of village.grids) {
      grids.push(grid.area);
      counts.set(grid.area._id, grid.households.length);
    }
    const chiefs = village.grids.map(({ chief }) => chief);
    const workers = village.grids.flatMap((grid) => grid.workers);
    const desks = new Map([...top, village.secretary, ...chiefs].map((one) => [one.desks[0]!, one] as const));
    const share = Math.round((PROBLEMS * workers.length) / WORKERS);
    const year = { from: atShanghai(`${YEAR}-01-01`), to: atShanghai(`${YEAR}-12-20`), now: AFTER };
    yield ['people', [village.secretary, ...chiefs, ...workers].map(plain)];
    yield ['sheets', mapped(workers, (worker) => sheetsOf(worker, spans, AFTER, own.fork(worker._id)))];
    yield [
      'problems',
      mapped([village], (one) => problemsOfYear(one, share, year, desks, own.fork('problems'))),
    ];
    yield ['sessions', sessionsOf(area, [village.secretary], own)];
  }
  yield ['areas', countHouseholds([...areas, ...grids], counts).map(plain)];
}

function* mapped<T, D extends object>(items: readonly T[], of: (item: T) => Iterable<D>) {
  for (const item of items) for (const document of of(item)) yield plain(document);
}

function* sessionsOf(area: Area, table: readonly DemoPerson[], random: Random) {
  const desk = table.filter(({ desks }) => desks.some((key) => key.endsWith(area._id)));
  for (const session of studiesOf(area, desk, AFTER, random.fork(`studies ${area._id}`)))
    yield plain(session);
}
