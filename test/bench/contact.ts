import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFunctions } from '../../config/functions';
import { caseload, type Person } from '../../domain/person/person';
import { weekAfter, weekKey, weekSpan } from '../../domain/time/period';
import { DAY, HOUR, MINUTE } from '../../domain/time/shanghai';
import { type Cloud, startCloud } from '../../local/cloud';
import { plantOnce } from '../../local/demo/planting';
import { registeredTemplates, TEMPLATE_IDS } from '../../local/main/templates';
import { withoutTimers } from '../setup';

/** Phones that talk at the same moment. */
const AT_ONCE = 50;
/** Smallest CloudBase plan: reads and writes a day, calls a month. */
const PLAN = { reads: 50_000, writes: 30_000, calls: 200_000 };
const WEEKS_A_MONTH = 365.25 / 12 / 7;
/** What a worker's phone asks of the cloud in a week: the home opened twice, the sheet saved once. */
const OPENS = 2;
const SAVES = 1;

interface Usage {
  reads: number;
  writes: number;
  calls: number;
}

type Say = (line: string) => void;

/**
 * A banner-week of contact through the real SDK: everybody is reminded, opens home and saves the week's sheet within
 * ten minutes of the cloud's clock; chiefs are told, the week is closed. Prints seconds, refusals, p95, and what it
 * costs against the smallest plan.
 */
export async function benchContact(say: Say): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yige-bench-'));
  try {
    const cloud = await open(dataDir);
    try {
      await week(cloud, say);
    } finally {
      await cloud.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function open(dataDir: string): Promise<Cloud> {
  const built = join(dataDir, 'functions');
  const functionsDir = join(dataDir, 'still');
  await buildFunctions({ out: built });
  withoutTimers(built, functionsDir);
  return startCloud({
    port: 0,
    dataDir,
    functionsDir,
    indexes: join(functionsDir, 'indexes.json'),
    functionEnv: {
      SESSION_SECRET: 'bench-secret-of-more-than-32-characters',
      WX_TEMPLATES: JSON.stringify(TEMPLATE_IDS),
    },
    templates: registeredTemplates(),
    log: () => {},
  });
}

async function week(cloud: Cloud, say: Say): Promise<void> {
  const recipe = { scale: 'banner', seed: 'hangjin', templates: TEMPLATE_IDS } as const;
  const planted = await plantOnce(cloud, recipe, () => {});
  say(`banner planted: ${planted.toLocaleString('en')} documents`);
  const workers = workersOf(cloud);
  say(`workers: ${workers.length.toLocaleString('en')}, ${AT_ONCE} at once`);
  // Next week: nobody has recorded anything, so everybody is reminded.
  const next = weekAfter(weekKey(cloud.clock.now()));
  const { from, to } = weekSpan(next);
  const friday = from + 4 * DAY + 12 * HOUR;
  await cloud.clock.set(friday);
  const reminded = await timer(cloud, say, 'remind everybody on Friday', 'remind');
  const tokens = await mintAll(cloud, workers);
  const opened = await measure(cloud, say, 'open home', 'home', workers, tokens, () => ({
    action: 'open',
    input: {},
  }));
  const begun = cloud.clock.now();
  const saved = await measure(cloud, say, 'save the week', 'contact', workers, tokens, saveOf);
  say(`  within ${((cloud.clock.now() - begun) / MINUTE).toFixed(1)} minutes of the cloud's clock`);
  await leaders(cloud, say);
  await cloud.clock.set(from + 6 * DAY + 12 * HOUR);
  const sunday = await timer(cloud, say, 'remind on Sunday, nobody left', 'remind');
  await cloud.clock.set(to + 9 * HOUR);
  const monday = await timer(cloud, say, 'tell chiefs on Monday', 'remind');
  await cloud.clock.set(to + DAY + 20 * MINUTE);
  const closed = await timer(cloud, say, 'close the week', 'close');
  const rest = [reminded, sunday, monday, closed];
  extrapolate(say, [times(opened, OPENS), times(saved, SAVES), ...rest]);
}

function saveOf(worker: Person, at: number): object {
  return {
    id: `bench-${worker._id}`.padEnd(8, '-'),
    action: 'save',
    input: {
      entries: caseload(worker, at).map((household) => ({
        household,
        channel: 'phone',
        inPerson: false,
        at,
      })),
    },
  };
}

const times = ({ reads, writes, calls }: Usage, n: number): Usage => ({
  reads: reads * n,
  writes: writes * n,
  calls: calls * n,
});

/** Against the plan: an average day, and the calls of a month. */
function extrapolate(say: Say, parts: readonly Usage[]): void {
  const sum = (of: keyof Usage) => parts.reduce((all, part) => all + part[of], 0);
  const [reads, writes, calls] = [sum('reads'), sum('writes'), sum('calls')];
  say(
    `a banner-week (${OPENS} opens and ${SAVES} save a worker, reminders, closing): ${reads} reads, ${writes} writes, ${calls} calls`,
  );
  say(
    `  of the smallest plan: reads ${share(reads / 7, PLAN.reads)} and writes ${share(writes / 7, PLAN.writes)} of an average day, calls ${share(calls * WEEKS_A_MONTH, PLAN.calls)} of a month`,
  );
}

const share = (used: number, quota: number): string => `${((used / quota) * 100).toFixed(0)} %`;

function workersOf({ store }: Cloud): Person[] {
  const people = store.find('people', {
    filter: { 'posts.role': 'worker' },
    limit: 10_000,
  }) as unknown as Person[];
  return people.filter((person) => person.posts.some((post) => post.role === 'worker'));
}

async function mintAll(cloud: Cloud, workers: readonly Person[]): Promise<Map<string, string>> {
  const tokens = new Map<string, string>();
  await each(workers, async (worker) => {
    const answer = await cloud.invoke(
      'session',
      { action: 'mint', input: {} },
      { openid: worker.openid ?? '' },
    );
    tokens.set(worker._id, (answer as { data: { token: string } }).data.token);
  });
  return tokens;
}

/** Fires a timer as often as it takes; each firing stops by itself after 40 s. */
async function timer(cloud: Cloud, say: Say, what: string, fn: string): Promise<Usage> {
  await forget(cloud);
  const begun = performance.now();
  let firings = 0;
  for (let left = 1; left > 0; firings += 1) {
    const { data } = (await cloud.invoke(fn, { Type: 'Timer', TriggerName: 'bench', Time: '' })) as {
      data: { left: number };
    };
    left = data.left;
  }
  const used = await usage(cloud);
  say(
    `${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s in ${firings} firings, reads ${used.reads}, writes ${used.writes}`,
  );
  return used;
}

/** Homes of those who look at many sheets at once. */
async function leaders(cloud: Cloud, say: Say): Promise<void> {
  const people = ['o150625-01', 'o150625100-01', 's150625100208-01', 'c150625100208001-01'];
  for (const id of people) {
    const [person] = cloud.store.find('people', { filter: { _id: id } }) as unknown as Person[];
    const taken: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      const sent = performance.now();
      await cloud.invoke('home', { action: 'open', input: {} }, { openid: person?.openid ?? '' });
      taken.push(Math.round(performance.now() - sent));
    }
    say(`home of ${id}: ${taken.join(', ')} ms`);
  }
}

async function measure(
  cloud: Cloud,
  say: Say,
  what: string,
  fn: string,
  workers: readonly Person[],
  tokens: ReadonlyMap<string, string>,
  bodyOf: (worker: Person, at: number) => object,
): Promise<Usage> {
  await forget(cloud);
  const taken: number[] = [];
  let refused = 0;
  const begun = performance.now();
  await each(workers, async (worker) => {
    const sent = performance.now();
    const response = await fetch(`${cloud.url}/call/${fn}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(worker._id)}` },
      body: JSON.stringify(bodyOf(worker, cloud.clock.now())),
    });
    const answer = (await response.json()) as { ok: boolean };
    if (!answer.ok) refused += 1;
    taken.push(performance.now() - sent);
  });
  const seconds = (performance.now() - begun) / 1000;
  taken.sort((a, b) => a - b);
  const used = await usage(cloud);
  const p95 = taken[Math.floor(taken.length * 0.95)] ?? 0;
  say(
    `${what}: ${seconds.toFixed(1)} s, ${(workers.length / seconds).toFixed(0)}/s, p95 ${p95.toFixed(0)} ms, refused ${refused}, reads ${used.reads}, writes ${used.writes}`,
  );
  return used;
}

async function forget(cloud: Cloud): Promise<void> {
  await fetch(`${cloud.url}/_local/usage`, { method: 'DELETE' });
}

async function usage(cloud: Cloud): Promise<Usage> {
  return ((await (await fetch(`${cloud.url}/_local/usage`)).json()) as { total: Usage }).total;
}

async function each<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]();
  const lane = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) await act(next.value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
