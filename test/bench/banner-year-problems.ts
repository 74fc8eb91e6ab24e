import type { Level } from '../../domain/area/area';
import { type Command, decide } from '../../domain/problem/decide';
import type { Problem } from '../../domain/problem/problem';
import { reportProblem } from '../../domain/problem/report';
import { DAY, HOUR, type Millis } from '../../domain/time/shanghai';
import { fateOf } from '../../local/demo/fate';
import { type Desks, live } from '../../local/demo/history';
import type { Random } from '../../local/demo/random';
import { STORIES, type Story } from '../../local/demo/stories';
import type { DemoGrid, DemoVillage } from '../../local/demo/village';

interface Year {
  from: Millis;
  to: Millis;
  /** When the last of them has ended. */
  now: Millis;
}

const NAMES: Record<Level, string> = { banner: '杭锦旗', township: '镇', village: '村', grid: '网格' };

/** Half go their way by the desks, half are led and finished by a worker and rated by the resident. */
export function* problemsOfYear(
  { grids }: DemoVillage,
  count: number,
  year: Year,
  desks: Desks,
  random: Random,
): Generator<Problem> {
  for (let nth = 0; nth < count; nth += 1) {
    const grid = random.pick(grids);
    const story = random.pick(STORIES);
    const at = year.from + Math.floor(random.next() * (year.to - year.from));
    const fresh = reported(grid, story, at, random);
    const lived =
      nth % 2 === 0
        ? live(fresh, fateOf(random), story, desks, year.now).problem
        : led(fresh, grid, story, random);
    yield { ...lived, outbox: [] };
  }
}

function reported(grid: DemoGrid, { category, text }: Story, at: Millis, random: Random): Problem {
  const worker = random.pick(grid.workers);
  const byWorker = random.chance(0.5);
  const resident = random.pick(grid.residents);
  const { owedAt: _, ...problem } = reportProblem(
    { category, text },
    {
      id: `p${random.int(0, 2 ** 31)}-${random.int(0, 2 ** 31)}`,
      area: grid.area._id,
      areaPath: grid.area.path,
      areaNames: NAMES,
      household: resident.household,
      reporter: { person: resident._id, name: resident.name },
      ...(byWorker ? { onBehalfBy: { person: worker._id, name: worker.name, role: 'worker' } } : {}),
      level: 'grid',
      holderName: grid.chief.name,
    },
    at,
  );
  return problem;
}

function led(fresh: Problem, grid: DemoGrid, story: Story, random: Random): Problem {
  const worker = random.pick(grid.workers);
  const chief = { person: grid.chief._id, name: grid.chief.name, role: 'chief' as const };
  const lead = { person: worker._id, name: worker.name, role: 'worker' as const };
  const party = {
    kind: 'person' as const,
    key: worker._id,
    role: lead.role,
    area: grid.area._id,
    name: worker.name,
  };
  const { person, name } = fresh.reporter;
  const assigned = act(fresh, { name: 'assign', party }, 'holder', chief, fresh.createdAt + 2 * HOUR);
  const finished = act(
    assigned,
    { name: 'finish', text: story.done },
    'lead',
    lead,
    fresh.createdAt + random.int(1, 9) * DAY,
  );
  const said: Command = { name: 'confirm', stars: random.int(2, 5) };
  const last = finished.timeline.at(-1)!.at;
  return act(finished, said, 'reporter', { person, name, role: 'reporter' }, last + random.int(1, 5) * DAY);
}

type Actor = NonNullable<Parameters<typeof decide>[2]['by']>;

function act(
  problem: Problem,
  command: Command,
  relation: 'holder' | 'lead' | 'reporter',
  by: Actor,
  at: Millis,
): Problem {
  const { owedAt: _, ...after } = decide(problem, command, { relations: new Set([relation]), by }, at);
  return { ...after, rev: problem.rev + 1, outbox: [] };
}
