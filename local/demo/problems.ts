import type { Area, Level } from '../../domain/area/area';
import { CATEGORIES, groupOf } from '../../domain/problem/category';
import { looked } from '../../domain/problem/content';
import type { Problem } from '../../domain/problem/problem';
import { reportProblem } from '../../domain/problem/report';
import { DAY, HOUR, type Millis, shanghai } from '../../domain/time/shanghai';
import { fateOf, type Step } from './fate';
import { type Desks, type Lived, live } from './history';
import type { Random } from './random';
import { STAGE_VILLAGE } from './scale';
import { STORIES, type Story } from './stories';
import type { DemoGrid, DemoVillage } from './village';

const WEEKS_BACK = 6;

/** The problems of one village: some hundred over the banner, a good handful in each village. */
export function* problemsOf(
  village: DemoVillage,
  above: Area[],
  desks: Desks,
  now: Millis,
  random: Random,
): Generator<Lived> {
  const count = random.int(3, 7);
  for (let nth = 0; nth < count; nth += 1) {
    const grid = random.pick(village.grids);
    const createdAt = byDay(
      now - Math.floor(random.next() ** 1.6 * WEEKS_BACK * 7 * DAY) - random.int(1, 20) * HOUR,
    );
    const story = random.pick(STORIES);
    const fresh = reported(story, grid, random, [...above, village.area], createdAt);
    yield live(fresh, fateOf(random), story, desks, now);
  }
  if (village.area._id === STAGE_VILLAGE) yield* stageProblems(village, above, desks, now, random);
}

/** Nobody writes at three in the morning. */
function byDay(at: Millis): Millis {
  const hour = shanghai(at).hour();
  return hour < 7 ? at - 9 * HOUR : at;
}

/** So that each of the four phones has something to show from the first minute. */
function* stageProblems(
  village: DemoVillage,
  above: Area[],
  desks: Desks,
  now: Millis,
  random: Random,
): Generator<Lived> {
  const grid = village.grids[0]!;
  const scenes: { story: number; ago: Millis; steps: Step[] }[] = [
    // The resident's own, under way at the chief's.
    { story: 4, ago: 30 * HOUR, steps: [{ name: 'accept', wait: 3 * HOUR }] },
    // The resident's own, done, asking "solved?".
    {
      story: 3,
      ago: 3 * DAY,
      steps: [
        { name: 'accept', wait: 2 * HOUR },
        { name: 'finish', wait: 40 * HOUR },
      ],
    },
    // New on the chief's desk.
    { story: 6, ago: 5 * HOUR, steps: [] },
    // On the secretary's desk.
    {
      story: 0,
      ago: 4 * DAY,
      steps: [
        { name: 'accept', wait: HOUR },
        { name: 'escalate', wait: 20 * HOUR },
      ],
    },
  ];
  for (const [nth, { story, ago, steps }] of scenes.entries()) {
    const said = STORIES[story]!;
    const who = nth < 2 ? 0 : nth;
    yield live(
      reported(said, grid, random, [...above, village.area], now - ago, who),
      steps,
      said,
      desks,
      now,
    );
  }
}

/** Reported by a resident, or by the worker for a household that does not use the app. */
function reported(
  story: Story,
  grid: DemoGrid,
  random: Random,
  above: readonly Area[],
  at: Millis,
  resident?: number,
): Problem {
  const own = resident !== undefined || random.chance(0.6);
  const parties = own
    ? byResident(grid, resident ?? random.int(0, grid.residents.length - 1))
    : byWorker(grid, random);
  const named = (level: Level) => above.find((area) => area.level === level)?.name ?? '';
  const confidential = groupOf(story.category) === 'dispute' && random.chance(0.3);
  const problem = reportProblem(
    {
      category: story.category,
      text: story.text,
      ...(story.urgent ? { urgent: true } : {}),
      ...(story.place ? { place: { words: story.place } } : {}),
      ...(confidential ? { confidential } : {}),
      ...(CATEGORIES[story.category].shared ? { public: true } : {}),
    },
    {
      id: `p${hex(random, 20)}`,
      area: grid.area._id,
      areaPath: grid.area.path,
      areaNames: {
        banner: named('banner'),
        township: named('township'),
        village: named('village'),
        grid: grid.area.name,
      },
      ...parties,
      level: 'grid',
      holderName: grid.chief.name,
    },
    at,
  );
  return { ...problem, content: looked(problem.content, 'pass', [], at) };
}

function byResident(grid: DemoGrid, nth: number) {
  const { _id, name, household } = grid.residents[nth % grid.residents.length]!;
  return { household, reporter: { person: _id, name } };
}

function byWorker(grid: DemoGrid, random: Random) {
  const worker = random.pick(grid.workers);
  const { household } = random.pick(worker.links ?? []);
  const head = grid.households.find((one) => one._id === household)?.head ?? '';
  const bound = grid.residents.find((one) => one.household === household);
  const me = { person: worker._id, name: worker.name };
  return {
    household,
    reporter: bound ? { person: bound._id, name: bound.name } : { ...me, name: head },
    onBehalfBy: { ...me, role: 'worker' as const },
  };
}

function hex(random: Random, length: number): string {
  return Array.from({ length }, () => random.int(0, 15).toString(16)).join('');
}
