/** The whole banner's registry in one workbook, through the HTTP door: `npx tsx test/bench/import.ts`. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import writeXlsx from 'write-excel-file/node';
import { buildFunctions, FUNCTIONS_DIR } from '../../config/functions';
import type { Area } from '../../domain/area/area';
import type { ImportCheck, ImportProgress } from '../../domain/contract/views';
import type { Household } from '../../domain/household/household';
import type { Person } from '../../domain/person/person';
import { KINDS, POST_NAMES, SHEETS } from '../../domain/registry/sheets';
import { type Cloud, startCloud } from '../../local/cloud';
import { plant } from '../../local/demo/seed';
import { registeredTemplates, TEMPLATE_IDS } from '../../local/main/templates';

const PART = 450_000;
const ADMIN = 'a150625-01';

interface Banner {
  areas: Area[];
  people: Person[];
  households: Household[];
}

/** The demonstration's banner, as the registry of a file: no history, no residents. */
function banner(now: number): Banner {
  const all: Banner = { areas: [], people: [], households: [] };
  for (const { collection, documents } of plant({
    scale: 'banner',
    seed: 'hangjin',
    now,
    templates: TEMPLATE_IDS,
  })) {
    if (collection === 'areas') all.areas.push(...([...documents] as Area[]));
    if (collection === 'people')
      all.people.push(...([...documents] as Person[]).filter(({ posts }) => posts.length > 0));
    if (collection === 'households') all.households.push(...([...documents] as Household[]));
  }
  return all;
}

function sheetsOf({ areas, people, households }: Banner): string[][][] {
  const worker = new Map(
    people.flatMap(({ _id, links = [] }) => links.map((link) => [link.household, _id] as const)),
  );
  const rows = [
    areas.filter(({ level }) => level === 'grid').map(({ _id, name }) => [_id, name]),
    people.flatMap(({ _id, name, phone = '', posts }) =>
      posts.map((post) => [_id, name, phone, POST_NAMES[post.role], post.area, post.unit ?? '']),
    ),
    // Invented neighbours may share a head and a flat; the number tells them apart.
    households.map(({ _id, area, head, members, phone = '', address }) => [
      _id,
      area,
      head,
      String(members),
      phone,
      `${address} ${_id.slice(-3)}`,
      '',
      worker.get(_id) ?? '',
    ]),
  ];
  return rows.map((some, n) => [SHEETS[KINDS[n]!].columns.map(({ head }) => head), ...some]);
}

function workbook(sheets: string[][][]): Promise<Buffer> {
  return writeXlsx(sheets.map((data, n) => ({ sheet: SHEETS[KINDS[n]!].name, data }))).toBuffer();
}

async function main(): Promise<void> {
  const [cpu] = cpus();
  console.log(
    `machine: ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, node ${process.version}`,
  );
  const dataDir = mkdtempSync(join(tmpdir(), 'yige-import-'));
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
    log: console.log,
  });
  try {
    await run(cloud);
  } finally {
    await cloud.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function run(cloud: Cloud): Promise<void> {
  const all = banner(cloud.clock.now());
  const plain = <T extends object>(document: T) => ({ ...document }) as T & Record<string, unknown>;
  await cloud.store.bulkInsert('areas', all.areas.filter(({ level }) => level !== 'grid').map(plain));
  await cloud.store.bulkInsert('people', all.people.filter(({ _id }) => _id === ADMIN).map(plain));
  const sheets = sheetsOf(all);
  console.log(
    `file: ${sheets.map((rows, n) => `${SHEETS[KINDS[n]!].name} ${rows.length - 1}`).join(', ')} rows`,
  );
  const good = await workbook(sheets);
  // Every 1,800th household has a phone of three digits: forty of them.
  const spoilt = sheets.map((rows) => rows.map((row) => [...row]));
  for (let n = 0; n < 40; n += 1) spoilt[2]![2 + n * 1800]![4] = '120';
  const bad = await workbook(spoilt);
  const login = (await cloud.invoke(
    'session',
    { action: 'mint', input: {} },
    { openid: `odemo_${ADMIN}` },
  )) as {
    data: { token: string };
  };
  const call = async <T>(action: string, input: object): Promise<T> => {
    const reply = await fetch(`${cloud.url}/call/registry`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${login.data.token}` },
      body: JSON.stringify({ action, input }),
    });
    const answer = (await reply.json()) as { ok: boolean; data: T; error?: unknown };
    if (!answer.ok) throw new Error(`${action}: ${JSON.stringify(answer.error)}`);
    return answer.data;
  };
  const measure = measurer(cloud);
  console.log(
    `workbook: ${(good.length / 1e6).toFixed(1)} MB; memory before: ${mb(process.memoryUsage().rss)} MB`,
  );
  const send = async (content: Buffer) => {
    const id = createHash('sha256').update(content).digest('hex');
    const of = Math.ceil(content.length / PART);
    for (let part = 0; part < of; part += 1) {
      const base64 = content.subarray(part * PART, (part + 1) * PART).toString('base64');
      await call('upload', { import: id, name: '全旗.xlsx', part, of, base64 });
    }
    return id;
  };
  const wrong = await measure('upload', () => send(bad));
  const found = await measure('check, 40 mistakes', () => call<ImportCheck>('check', { import: wrong }));
  console.log(`  mistakes told: ${found.count}; households written: ${cloud.store.count('households')}`);
  const right = await send(good);
  const clean = await measure('check, mended', () => call<ImportCheck>('check', { import: right }));
  console.log(`  ${JSON.stringify(clean.tallies)}, links ${clean.links}, mistakes ${clean.count}`);
  for (const what of ['apply', 'apply again']) {
    const end = await measure(what, async () => {
      for (let calls = 1; ; calls += 1) {
        const progress = await call<ImportProgress>('apply', { import: right });
        if (progress.state === 'done') return { ...progress, calls };
      }
    });
    const { areas } = await call<{ areas: Area[] }>('areas', {});
    console.log(
      `  ${end.done}/${end.of} documents in ${end.calls} calls; households ${cloud.store.count('households')}, counted ${areas[0]?.households}`,
    );
  }
}

const mb = (bytes: number) => Math.round(bytes / 2 ** 20);

/** Seconds, seconds of processor (what they would be on an idle machine, about), highest memory of the whole process (cloud, function and this bench in one), reads and writes. */
function measurer(cloud: Cloud) {
  return async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    await fetch(`${cloud.url}/_local/usage`, { method: 'DELETE' });
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 50);
    const begun = performance.now();
    const cpu = process.cpuUsage();
    const result = await work();
    const seconds = (performance.now() - begun) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    clearInterval(watch);
    const { total } = (await (await fetch(`${cloud.url}/_local/usage`)).json()) as {
      total: { reads: number; writes: number };
    };
    console.log(
      `${what}: ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor), peak ${mb(peak)} MB, reads ${total.reads}, writes ${total.writes}`,
    );
    return result;
  };
}

void main();
