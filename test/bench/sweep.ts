/**
 * Figures, not a test: `npx tsx test/bench/sweep.ts [stored|kills]`. 500 due among 1,000,000 stored against the same among
 * 10,000; then 20 kills while four sweeps run at once. Exits 1 when a problem climbed twice or never.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Notice } from '../../domain/notice/notice';
import type { Problem } from '../../domain/problem/problem';
import { DAY, HOUR, MINUTE } from '../../domain/time/shanghai';
import type { Cloud } from '../../local/cloud';
import setup from '../setup';
import { aProblem, type BenchVillage, median, openCloud, openVillage, plain, print, START } from './village';

const SMALL = 10_000;
const DUE = 500;
const ROUNDS = 10;
const KILLS = 20;
const TIMER = { Type: 'Timer', TriggerName: 'bench', Time: '' };

async function main(): Promise<void> {
  const [, , size = '1000000'] = process.argv;
  await setup();
  if (size !== 'kills') await compare(Number(size));
  process.exit((await killed()) ? 0 : 1);
}

/** Turn and turn about, so that what else the machine does hits both alike. */
async function compare(large: number): Promise<void> {
  const begun = performance.now();
  const [small, big] = [await openVillage(SMALL), await openVillage(large)];
  print(
    `${large.toLocaleString('en')} problems stored in`,
    `${((performance.now() - begun) / 1000).toFixed(0)} s`,
  );
  const costs: Record<'small' | 'big', number[]> = { small: [], big: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    costs.small.push(await sweepSome(small, round));
    costs.big.push(await sweepSome(big, round));
  }
  const usage = (village: BenchVillage) => village.cloud.usage().total;
  const [ofSmall, ofBig] = [median(costs.small), median(costs.big)];
  print(`sweep of ${DUE / ROUNDS} due, ${SMALL.toLocaleString('en')} stored`, `${ofSmall.toFixed(0)} ms`);
  print(`sweep of ${DUE / ROUNDS} due, ${large.toLocaleString('en')} stored`, `${ofBig.toFixed(0)} ms`);
  print('  ratio of medians of ten rounds (goal ≤ 1.3)', (ofBig / ofSmall).toFixed(2));
  const [a, b] = [usage(small), usage(big)];
  print('  reads and writes, small', `${a.reads} and ${a.writes}`);
  print('  reads and writes, large', `${b.reads} and ${b.writes}`);
  for (const village of [small, big]) await village.close();
}

/** Makes a tenth of the due problems due and sweeps them. @returns ms */
async function sweepSome({ cloud }: BenchVillage, round: number): Promise<number> {
  const each = DUE / ROUNDS;
  cloud.store.bulkInsert('problems', due(`due-${round}`, each));
  const begun = performance.now();
  const { moved } = await sweep(cloud);
  const ms = performance.now() - begun;
  if (moved !== each) throw new Error(`${moved} moved, ${each} expected`);
  return ms;
}

/** Reported 25 hours ago and left alone. */
function* due(name: string, count: number) {
  for (let n = 0; n < count; n += 1) {
    const at = START - 25 * HOUR - n * MINUTE;
    const { owedAt: _, ...problem } = aProblem(`${name}-${n}`, n, at);
    yield plain({ ...problem, outbox: [], warned: 2, nextAt: at + DAY, nextIs: 'deadline' });
  }
}

async function sweep(cloud: Cloud): Promise<{ moved: number }> {
  const answer = (await cloud.invoke('sweep', TIMER)) as { data?: { moved: number } };
  return answer.data ?? { moved: 0 };
}

/** @returns whether every problem climbed exactly once and every desk heard of it exactly once */
async function killed(): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yige-kills-'));
  const first = await openVillage(0);
  const people = first.cloud.store.find('people');
  await first.close();
  const seeded = await openCloud(dataDir);
  seeded.store.bulkInsert('people', people);
  seeded.store.bulkInsert('problems', due('due', DUE));
  await seeded.stop();
  for (let kill = 0; kill < KILLS; kill += 1) await sweepUntilKilled(dataDir);
  const cloud = await openCloud(dataDir);
  const left = cloud.store.count('problems', { nextAt: { $lte: START } });
  for (let run = 0; run < 20; run += 1) {
    const runs = await Promise.all([1, 2, 3, 4].map(() => sweep(cloud)));
    if (runs.every(({ moved }) => moved === 0)) break;
  }
  await cloud.clock.set(START + HOUR);
  await cloud.invoke('dispatch', TIMER);
  const problems = cloud.store.find('problems', { limit: 1000 }) as unknown as Problem[];
  const notices = cloud.store.find('notices', { limit: 10_000 }) as unknown as Notice[];
  await cloud.stop();
  rmSync(dataDir, { recursive: true, force: true });
  const climbs = problems.map(({ timeline }) => timeline.filter(({ what }) => what === 'climb').length);
  const once = climbs.filter((count) => count === 1).length;
  const told = notices.filter(({ kind, to }) => kind === 'climbed' && to === 'secretary');
  const heard = new Set(told.map(({ about }) => about.id)).size;
  print(`${KILLS} kills with four sweeps at once, not yet moved at the last`, String(left));
  print('  climbed exactly once', `${once} of ${DUE}, at most ${Math.max(...climbs)} times`);
  print('  the new desk told, about how many', `${told.length} notices, ${heard} problems`);
  return once === DUE && told.length === DUE && heard === DUE;
}

/** A process of its own sweeps, four at once, until it is killed at a moment of chance. */
async function sweepUntilKilled(dataDir: string): Promise<void> {
  const child = fork(join(__dirname, 'sweeper.ts'), [dataDir], { execArgv: ['--import', 'tsx'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await Promise.race([new Promise((resolve) => child.once('message', resolve)), ended]);
  await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 2200));
  child.kill('SIGKILL');
  await ended;
}

void main();
