import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildFunctions, FUNCTIONS_DIR } from '../../config/functions';
import { caseload, type Person } from '../../domain/person/person';
import { type Cloud, startCloud } from '../../local/cloud';
import { plantOnce } from '../../local/demo/planting';
import { registeredTemplates, TEMPLATE_IDS } from '../../local/main/templates';

/** Phones that talk at the same moment. */
const AT_ONCE = 50;
/** Smallest CloudBase plan, per day and per month. */
const PLAN = { reads: 50_000, writes: 30_000, calls: 200_000 };

/**
 * Every worker of the banner opens home and saves the whole week's sheet, through the HTTP door and the real SDK.
 * Prints seconds, refusals, p95, and what a banner-week costs against the smallest plan.
 */
export async function benchContact(say: (line: string) => void): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yige-bench-'));
  await buildFunctions();
  const cloud = await startCloud({
    port: 0,
    dataDir,
    functionsDir: resolve(FUNCTIONS_DIR),
    indexes: join(FUNCTIONS_DIR, 'indexes.json'),
    functionEnv: {
      SESSION_SECRET: 'bench-secret-of-more-than-32-characters',
      WX_TEMPLATES: JSON.stringify(TEMPLATE_IDS),
    },
    templates: registeredTemplates(),
    log: () => {},
  });
  try {
    const planted = await plantOnce(
      cloud,
      { scale: 'banner', seed: 'hangjin', templates: TEMPLATE_IDS },
      () => {},
    );
    say(`banner planted: ${planted.toLocaleString('en')} documents`);
    const workers = workersOf(cloud);
    const tokens = await mintAll(cloud, workers);
    say(`workers: ${workers.length.toLocaleString('en')}, ${AT_ONCE} at once`);
    await measure(cloud, say, 'open home', 'home', workers, tokens, () => ({ action: 'open', input: {} }));
    await measure(cloud, say, 'save the week', 'contact', workers, tokens, (worker, at) => ({
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
    }));
  } finally {
    await cloud.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

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

async function measure(
  cloud: Cloud,
  say: (line: string) => void,
  what: string,
  fn: string,
  workers: readonly Person[],
  tokens: ReadonlyMap<string, string>,
  bodyOf: (worker: Person, at: number) => object,
): Promise<void> {
  await fetch(`${cloud.url}/_local/usage`, { method: 'DELETE' });
  const times: number[] = [];
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
    times.push(performance.now() - sent);
  });
  const seconds = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const { total } = (await (await fetch(`${cloud.url}/_local/usage`)).json()) as {
    total: { reads: number; writes: number; calls: number };
  };
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
  const share = (used: number, quota: number) => `${((used / quota) * 100).toFixed(0)} %`;
  say(
    `${what}: ${seconds.toFixed(1)} s, ${(workers.length / seconds).toFixed(0)}/s, p95 ${p95.toFixed(0)} ms, refused ${refused}`,
  );
  say(
    `  reads ${total.reads} (${share(total.reads, PLAN.reads)} of a day), writes ${total.writes} (${share(total.writes, PLAN.writes)} of a day), calls ${total.calls} (${share(total.calls, PLAN.calls)} of a month)`,
  );
}

async function each<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]();
  const lane = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) await act(next.value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
