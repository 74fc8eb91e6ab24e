/**
 * Figures, not a test: `npx tsx test/bench/points.ts [kills] [villages]`. A banner's year of points: settled month by month, closed,
 * ranked; then once more while its process is killed 20 times. Exits 1 when the lists differ.
 */
import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Cloud } from '../../local/cloud';
import setup from '../setup';
import { copyYear, openYear, YEAR } from './banner-year';
import { CLOSING, MONTHS, nightOf, rankAll, settleAll } from './points-year';
import { print } from './village';

const KILLS = 20;
/** Smallest CloudBase plan, a day. */
const PLAN = { reads: 50_000, writes: 30_000 };

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const whole = (n: number): string => n.toLocaleString('en');

/** @returns whether the killed year ended in the same lists */
export async function benchPoints(kills = KILLS, villages?: number): Promise<boolean> {
  const dataDir = await copyYear((line) => print(line, ''), villages);
  try {
    const hash = await measured(dataDir);
    return kills === 0 || (await killed(dataDir, kills, hash));
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measured(dataDir: string): Promise<string> {
  const cloud = await openYear(dataDir);
  const stored = (name: string) => whole(cloud.store.count(name));
  print(
    `points of ${YEAR}: workers, sheets, problems`,
    `${whole(cloud.store.count('people', { 'posts.role': 'worker' }))}, ${stored('sheets')}, ${stored('problems')}`,
  );
  const firings: number[] = [];
  const cpu = process.cpuUsage();
  const begun = performance.now();
  for (const month of MONTHS) {
    await cloud.clock.set(nightOf(month));
    const before = cloud.usage().total;
    const some = await settleAll(cloud);
    firings.push(...some);
    if (month.endsWith('-01') || month.endsWith('-12')) tellMonth(month, some, before, cloud);
  }
  const settled = performance.now();
  await cloud.clock.set(CLOSING);
  firings.push(...(await settleAll(cloud)));
  const closed = performance.now();
  const { villages, accounts, hash } = rankAll(cloud);
  const ended = performance.now();
  const { reads, writes } = cloud.usage().total;
  print('  twelve months settled', seconds(settled - begun));
  print('  the year closed', seconds(closed - settled));
  print(`  ${villages} villages ranked, ${whole(accounts)} workers`, seconds(ended - closed));
  print('  in all (goal ≤ 60 s on 2 cores)', seconds(ended - begun));
  const { user, system } = process.cpuUsage(cpu);
  print('  processor time of cloud and function together', seconds((user + system) / 1000));
  print('  longest of the firings (platform: 60 s)', `${seconds(Math.max(...firings))} of ${firings.length}`);
  print('  reads and writes of the year', `${whole(reads)} and ${whole(writes)}`);
  print('  memory at most', `${Math.round(process.resourceUsage().maxRSS / 1024)} MB, cloud and function`);
  print('  lists', hash);
  await forget(cloud);
  await cloud.stop();
  return hash;
}

function tellMonth(month: string, firings: readonly number[], before: Used, cloud: Cloud): void {
  const after = cloud.usage().total;
  const reads = after.reads - before.reads;
  const writes = after.writes - before.writes;
  const share = (used: number, quota: number) => `${((used / quota) * 100).toFixed(0)} %`;
  print(
    `  ${month}: firings, reads and writes (of the smallest plan's day)`,
    `${firings.map(seconds).join(', ')}; ${whole(reads)} (${share(reads, PLAN.reads)}) and ${whole(writes)} (${share(writes, PLAN.writes)})`,
  );
}

type Used = { reads: number; writes: number };

/** Nothing is settled any more, and the year's first night has come again. */
async function forget({ store, clock }: Cloud): Promise<void> {
  await clock.set(nightOf(MONTHS[0]!));
  for (const name of ['books', 'rounds', 'heartbeats']) store.remove(name, {}, true);
  await store.settled();
}

/** SIGKILL of the process that holds cloud and function, at moments of chance; then to the end. */
async function killed(dataDir: string, kills: number, expected: string): Promise<boolean> {
  const begun = performance.now();
  let done = 0;
  for (; done < kills; done += 1) if (!(await settleUntilKilled(dataDir))) break;
  const cloud = await openYear(dataDir);
  const left = 12 - cloud.store.count('rounds', { done: { $exists: true } });
  await cloud.stop();
  await run(dataDir);
  const again = await openYear(dataDir);
  const { hash } = rankAll(again);
  await again.stop();
  print(`${done} kills on the way, rounds not done at the last`, String(left));
  print('  to the end in', seconds(performance.now() - begun));
  print('  the same lists', hash === expected ? 'yes' : `NO: ${hash}`);
  return hash === expected;
}

/** @returns false when it came to the end first */
async function settleUntilKilled(dataDir: string): Promise<boolean> {
  const child = settler(dataDir);
  const ended = new Promise<boolean>((resolve) => child.once('close', () => resolve(false)));
  await Promise.race([new Promise((resolve) => child.once('message', resolve)), ended]);
  const wait = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 500 + Math.random() * 3500));
  const running = await Promise.race([wait, ended]);
  child.kill('SIGKILL');
  await ended;
  return running;
}

async function run(dataDir: string): Promise<void> {
  const child = settler(dataDir);
  await new Promise((resolve) => child.once('close', resolve));
}

function settler(dataDir: string) {
  return fork(join(__dirname, 'points-settler.ts'), [dataDir], { execArgv: ['--import', 'tsx'] });
}

async function main(): Promise<void> {
  const [, , kills = String(KILLS), villages] = process.argv;
  await setup();
  process.exit((await benchPoints(Number(kills), villages ? Number(villages) : undefined)) ? 0 : 1);
}

if (require.main === module) void main();
