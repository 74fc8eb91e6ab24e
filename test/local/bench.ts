/** Figures, not a test: `npx tsx test/local/bench.ts [documents]`. The SDK runs in a thread of its own, as functions do. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { startCloud } from '../../local/cloud';

const CLIENT = `
const { parentPort, workerData } = require('node:worker_threads');
const cloudbase = require(workerData.sdk);
const db = cloudbase.init({ env: 'local', keepalive: true }).database();
const _ = db.command;
const notes = db.collection('notes');
const pick = () => Math.floor(Math.random() * workerData.documents);
const operations = {
  'point read': () => notes.doc('n' + pick()).get(),
  'equality + sort + limit 20': () => notes.where({ owner: 'p' + (pick() % 5000) }).orderBy('at', 'desc').limit(20).get(),
  'member of array': () => notes.where({ tags: 't' + (pick() % 5000) }).limit(20).get(),
  'guarded update': () => notes.where({ _id: 'n' + pick(), rank: _.gte(0) }).update({ seen: _.inc(1) }),
  'add': () => notes.add({ owner: 'p1', rank: 1 }),
};
(async () => {
  for (const [name, run] of Object.entries(operations)) {
    for (let n = 0; n < 200; n++) await run();
    const begun = performance.now();
    let done = 0;
    const lane = async () => { while (performance.now() - begun < 3000) { await run(); done++; } };
    await Promise.all(Array.from({ length: 16 }, lane));
    parentPort.postMessage({ name, rate: Math.round(done / ((performance.now() - begun) / 1000)) });
  }
  parentPort.postMessage('done');
})();
`;

async function main(): Promise<void> {
  const documents = Number(process.argv[2] ?? 125_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'cloud-bench-'));
  const fixtures = join(__dirname, 'fixtures');
  const cloud = await startCloud({
    dataDir,
    indexes: join(fixtures, 'indexes.json'),
    functionsDir: join(fixtures, 'functions'),
  });
  let begun = performance.now();
  cloud.store.bulkInsert('notes', generate(documents));
  await cloud.store.settled();
  print(
    `bulk insert of ${documents} documents with 5 indexes`,
    `${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
  const env = {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'AKIDlocalEmbeddedCloud',
    TENCENTCLOUD_SECRETKEY: 'local-embedded-cloud',
    TENCENTCLOUD_SESSIONTOKEN: 't',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.url}/admin` }),
  };
  const client = new Worker(CLIENT, {
    eval: true,
    env,
    workerData: { sdk: require.resolve('@cloudbase/node-sdk'), documents },
  });
  await new Promise<void>((resolve) => {
    client.on('message', (message: 'done' | { name: string; rate: number }) => {
      if (message === 'done') resolve();
      else print(`${message.name} through the SDK`, `${message.rate}/s`);
    });
  });
  await client.terminate();
  await cloud.invoke('echo', {});
  begun = performance.now();
  for (let n = 0; n < 2000; n += 50)
    await Promise.all(Array.from({ length: 50 }, () => cloud.invoke('echo', {})));
  print('function calls', `${Math.round(2000 / ((performance.now() - begun) / 1000))}/s`);
  await cloud.store.insert('counters', [{ _id: 'one', n: 0 }]);
  begun = performance.now();
  let failures = 0;
  const call = async () => {
    const response = await fetch(`${cloud.url}/call/counter`, { method: 'POST', body: '{"action":"add"}' });
    if (!response.ok) failures++;
    await response.arrayBuffer();
  };
  for (let n = 0; n < 5845; n += 167) await Promise.all(Array.from({ length: 167 }, call));
  print(
    `5845 calls of one write through /call, ${failures} refused`,
    `${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
  print('memory', `${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB`);
  await cloud.stop();
  rmSync(dataDir, { recursive: true });
}

function* generate(count: number) {
  for (let n = 0; n < count; n++) {
    yield {
      _id: `n${n}`,
      owner: `p${n % 5000}`,
      at: new Date(1_700_000_000_000 + n * 1000),
      rank: n,
      tags: [`t${n % 5000}`, `u${n % 7}`],
      members: [{ role: 'worker', area: `x${n % 90}` }],
      text: '一'.repeat(200),
    };
  }
}

function print(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(60)} ${value}\n`);
}

void main();
