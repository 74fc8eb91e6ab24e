import { Worker } from 'node:worker_threads';

/** Functions have a thread of their own, and so have these clients: the SDK's work is not the cloud's. */
const CLIENT = `
const { parentPort, workerData } = require('node:worker_threads');
const { sdk, collection, documents, owners, lanes, ms, names } = workerData;
const db = require(sdk).init({ env: 'local', keepalive: true }).database();
const _ = db.command;
const notes = db.collection(collection);
const pick = (n) => Math.floor(Math.random() * n);
const operations = {
  'point read': () => notes.doc('n' + pick(documents)).get(),
  'equality + sort + limit 20': () => notes.where({ owner: 'p' + pick(owners) }).orderBy('at', 'desc').limit(20).get(),
  'member of an array': () => notes.where({ tags: 't' + pick(owners) }).limit(20).get(),
  'guarded update': () => notes.where({ _id: 'n' + pick(documents), rank: _.gte(0) }).update({ seen: _.inc(1) }),
  'add': () => notes.add({ owner: 'added', rank: 1 }),
};
(async () => {
  for (const name of names) {
    const run = operations[name];
    for (let n = 0; n < 200; n++) await run();
    const begun = performance.now();
    let done = 0;
    const lane = async () => { while (performance.now() - begun < ms) { await run(); done++; } };
    await Promise.all(Array.from({ length: lanes }, lane));
    parentPort.postMessage({ name, rate: done / ((performance.now() - begun) / 1000) });
  }
  parentPort.postMessage('done');
})();
`;

export interface ClientOptions {
  url: string;
  collection: string;
  documents: number;
  owners: number;
  /** Requests in flight at once. */
  lanes: number;
  /** How long each operation is repeated. */
  ms: number;
  names: string[];
}

/** Operations a second through the real SDK, by name. */
export async function measureThroughSdk({
  url,
  ...workerData
}: ClientOptions): Promise<Record<string, number>> {
  const env = {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'AKIDlocalEmbeddedCloud',
    TENCENTCLOUD_SECRETKEY: 'local-embedded-cloud',
    TENCENTCLOUD_SESSIONTOKEN: 't',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  };
  const client = new Worker(CLIENT, {
    eval: true,
    env,
    workerData: { ...workerData, sdk: require.resolve('@cloudbase/node-sdk') },
  });
  const rates: Record<string, number> = {};
  await new Promise<void>((resolve, reject) => {
    client.on('error', reject);
    client.on('message', (message: 'done' | { name: string; rate: number }) => {
      if (message === 'done') resolve();
      else rates[message.name] = message.rate;
    });
  });
  await client.terminate();
  return rates;
}
