/**
 * Figures, not a test: `npx tsx test/bench/cloud.ts [documents]`. The main one: what an indexed equality + sort + limit 20
 * costs at 10,000 and at 1,000,000 documents, through the SDK, in the store, and as the same statement straight on SQLite.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cloud, startCloud } from '../../local/cloud';
import { measureThroughSdk } from './cloud-client';

const SMALL = 10_000;
/** Documents an owner has, at both scales: the answer is equally long. */
const EACH = 25;
const FIXTURES = join(__dirname, '..', 'local', 'fixtures');
const QUERY = 'equality + sort + limit 20';

async function main(): Promise<void> {
  const large = Number(process.argv[2] ?? 1_000_000);
  print('machine', `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
  const small = await openWith(SMALL);
  const big = await openWith(large);
  try {
    compareScales(small, big, large);
    await throughSdk(small, big, large);
    await callFunctions(big.cloud);
    await durabilityCosts();
    print('resident memory', `${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB`);
  } finally {
    for (const each of [small, big]) {
      await each.cloud.stop();
      rmSync(each.dataDir, { recursive: true });
    }
  }
}

interface Scale {
  cloud: Cloud;
  dataDir: string;
  documents: number;
  owners: number;
}

async function openWith(documents: number): Promise<Scale> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cloud-bench-'));
  const indexes = join(FIXTURES, 'indexes.json');
  const cloud = await startCloud({ dataDir, indexes, functionsDir: join(FIXTURES, 'functions') });
  const owners = documents / EACH;
  const begun = performance.now();
  cloud.store.bulkInsert('notes', generate(documents, owners));
  await cloud.store.settled();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  print(`${documents.toLocaleString('en')} documents with 5 indexes inserted in`, `${seconds} s`);
  return { cloud, dataDir, documents, owners };
}

/** In one process, turn and turn about, so that what else the machine does hits both alike. */
function compareScales(small: Scale, big: Scale, large: number): void {
  const plan = big.cloud.store.explain('notes', { filter: { owner: 'p1' }, sort: { at: -1 }, limit: 20 });
  print(
    'plan',
    `index ${plan.index}, sorted ${plan.sorted}, exact ${plan.exact}, ${plan.scanned} documents read`,
  );
  const costs = { smallStore: [], bigStore: [], smallSql: [], bigSql: [] } as Record<string, number[]>;
  for (let round = 0; round < 41; round++) {
    costs.smallStore!.push(cost(small, inStore));
    costs.bigStore!.push(cost(big, inStore));
    costs.smallSql!.push(cost(small, onSqlite));
    costs.bigSql!.push(cost(big, onSqlite));
  }
  const [smallStore, bigStore, smallSql, bigSql] = Object.values(costs).map(median) as [
    number,
    number,
    number,
    number,
  ];
  const name = large.toLocaleString('en');
  print(`${QUERY}, store, 10,000`, `${smallStore.toFixed(1)} µs`);
  print(`${QUERY}, store, ${name}`, `${bigStore.toFixed(1)} µs`);
  print('  ratio of scales (goal ≤ 1.3)', (bigStore / smallStore).toFixed(2));
  print(`same statement straight on SQLite, 10,000`, `${smallSql.toFixed(1)} µs`);
  print(`same statement straight on SQLite, ${name}`, `${bigSql.toFixed(1)} µs`);
  print('  ratio of scales on SQLite alone', (bigSql / smallSql).toFixed(2));
  print('  store : SQLite at the large scale', (bigStore / bigSql).toFixed(2));
}

/** µs for one query, over 200 random owners. */
function cost(scale: Scale, query: (scale: Scale, owner: string) => void): number {
  const begun = performance.now();
  for (let n = 0; n < 200; n++) query(scale, `p${Math.floor(Math.random() * scale.owners)}`);
  return ((performance.now() - begun) * 1000) / 200;
}

function inStore({ cloud }: Scale, owner: string): void {
  const texts = cloud.store.findTexts('notes', { filter: { owner }, sort: { at: -1 }, limit: 20 });
  if (texts.length !== 20) throw new Error(`20 documents expected, found ${texts.length}`);
}

/** What the planner makes of the query, prepared by hand. */
function onSqlite({ cloud }: Scale, owner: string): void {
  const rows = cloud.store.sqlite
    .statement(
      'SELECT d.seq, d.doc FROM "i_notes.owner_at" i CROSS JOIN "c_notes" d ON d.seq = i.seq WHERE i.k0 = ? ORDER BY i.k1 DESC, i.seq ASC LIMIT 20',
    )
    .all(owner);
  if (rows.length !== 20) throw new Error(`20 rows expected, found ${rows.length}`);
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

async function throughSdk(small: Scale, big: Scale, large: number): Promise<void> {
  const measure = ({ cloud, documents, owners }: Scale, names: string[]) =>
    measureThroughSdk({ url: cloud.url, collection: 'notes', documents, owners, lanes: 16, ms: 3000, names });
  const rates: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round++) {
    rates[0].push((await measure(small, [QUERY]))[QUERY]!);
    rates[1].push((await measure(big, [QUERY]))[QUERY]!);
  }
  const [atSmall, atLarge] = rates.map(median) as [number, number];
  print(`${QUERY} through the SDK, 10,000`, `${Math.round(atSmall)}/s`);
  print(`${QUERY} through the SDK, ${large.toLocaleString('en')}`, `${Math.round(atLarge)}/s`);
  print('  ratio of costs (goal ≤ 1.3)', (atSmall / atLarge).toFixed(2));
  const others = await measure(big, ['point read', 'member of an array', 'guarded update', 'add']);
  for (const [name, rate] of Object.entries(others))
    print(`${name} through the SDK`, `${Math.round(rate)}/s`);
}

/** What surviving a loss of power costs: `synchronous=FULL` against `NORMAL`, sixteen writers at once and one alone. */
async function durabilityCosts(): Promise<void> {
  for (const durable of [true, false]) {
    const dataDir = mkdtempSync(join(tmpdir(), 'cloud-durable-'));
    const cloud = await startCloud({ dataDir, indexes: join(FIXTURES, 'indexes.json'), durable });
    const options = {
      url: cloud.url,
      collection: 'notes',
      documents: 1,
      owners: 1,
      ms: 2000,
      names: ['add'],
    };
    const many = (await measureThroughSdk({ ...options, lanes: 16 })).add!;
    const alone = (await measureThroughSdk({ ...options, lanes: 1 })).add!;
    print(
      `add through the SDK, synchronous=${durable ? 'FULL' : 'NORMAL'}`,
      `${Math.round(many)}/s, one alone ${Math.round(alone)}/s`,
    );
    await cloud.stop();
    rmSync(dataDir, { recursive: true });
  }
}

async function callFunctions(cloud: Cloud): Promise<void> {
  await cloud.invoke('echo', {});
  let begun = performance.now();
  for (let n = 0; n < 2000; n += 50)
    await Promise.all(Array.from({ length: 50 }, () => cloud.invoke('echo', {})));
  print('function calls', `${Math.round(2000 / ((performance.now() - begun) / 1000))}/s`);
  cloud.store.insert('counters', [{ _id: 'one', n: 0 }]);
  begun = performance.now();
  let failures = 0;
  const call = async () => {
    const response = await fetch(`${cloud.url}/call/counter`, { method: 'POST', body: '{"action":"add"}' });
    if (!response.ok) failures++;
    await response.arrayBuffer();
  };
  for (let n = 0; n < 5845; n += 167) await Promise.all(Array.from({ length: 167 }, call));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  print(`5845 calls through /call, ${failures} refused`, `${seconds} s`);
}

function* generate(count: number, owners: number) {
  for (let n = 0; n < count; n++) {
    yield {
      _id: `n${n}`,
      owner: `p${n % owners}`,
      at: new Date(1_700_000_000_000 + n * 1000),
      rank: n,
      tags: [`t${n % owners}`, `u${n % 7}`],
      members: [{ role: 'worker', area: `x${n % 90}` }],
      text: '一'.repeat(200),
    };
  }
}

function print(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(62)} ${value}\n`);
}

void main();
