/** `npx tsx test/bench/cloud-soak.ts [seconds] [clients]`: faults on, nothing lost or doubled, memory settles, a clean stop. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startCloud } from '../../local/cloud';
import { load } from '../local/load';

/** So that what is measured is alive, and not garbage that nobody has collected yet. */
function exposeGc(): void {
  setFlagsFromString('--expose-gc');
  globalThis.gc = runInNewContext('gc') as typeof globalThis.gc;
}

async function main(): Promise<void> {
  exposeGc();
  const seconds = Number(process.argv[2] ?? 60);
  const clients = Number(process.argv[3] ?? 100);
  const dataDir = mkdtempSync(join(tmpdir(), 'cloud-soak-'));
  const logs: string[] = [];
  const options = { dataDir, indexes: join(__dirname, '..', 'local', 'fixtures', 'indexes.json') };
  const cloud = await startCloud({ ...options, log: (line) => void logs.push(line) });
  const found = await load(cloud, clients, seconds * 1000);
  const stopping = performance.now();
  await cloud.stop();
  const stopped = performance.now() - stopping;
  // A folder that was left cleanly opens again, with everything in it.
  const again = await startCloud(options);
  const kept = again.store.count('notes');
  await again.stop();
  rmSync(dataDir, { recursive: true, force: true });
  const third = Math.floor(found.memory.length / 3);
  const byThirds = (kind: 'resident' | 'heap') =>
    [0, 1, 2]
      .map((n) => found.memory.slice(n * third, (n + 1) * third).map((each) => each[kind]))
      .map((part) => `${Math.round(part.reduce((sum, each) => sum + each, 0) / Math.max(1, part.length))} MB`)
      .join(', ');
  const print = (name: string, value: unknown) =>
    process.stdout.write(`${name.padEnd(44)} ${String(value)}\n`);
  print('clients × seconds', `${clients} × ${seconds}`);
  print('commands acknowledged (two writes each)', found.commands);
  print('requests failed or unanswered, sent again', found.failures);
  print('writes lost', found.lost);
  print('writes doubled', found.doubled);
  print('counters that are wrong', found.wrongCounters);
  print('resident memory by thirds', byThirds('resident'));
  print('live heap by thirds', byThirds('heap'));
  print('stopped in', `${stopped.toFixed(0)} ms`);
  print('documents after a restart', `${kept}, ${kept - found.commands} more than acknowledged`);
  print('lines in the log', logs.length);
  process.exitCode = found.lost + found.doubled + found.wrongCounters === 0 && kept >= found.commands ? 0 : 1;
}

void main();
