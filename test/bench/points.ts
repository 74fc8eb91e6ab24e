/**
 * Figures, not a test: `npx tsx test/bench/points.ts [kills] [villages]`. A banner's year of points that is due all at once:
 * settled, closed, ranked; then once more while its process is killed 20 times; then, for some villages, month by month
 * as in life. Exits 1 when the lists differ.
 */
import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Cloud } from '../../local/cloud';
import setup from '../setup';
import { copyYear, openYear, YEAR } from './banner-year';
import { startLone, watchMemory } from './lone';
import { type Retold, retellAll } from './points-retell';
import { beginYear, CLOSING, MONTHS, nightOf, placesDone, rankAll, settleAll, settleIn } from './points-year';
import { print } from './village';

const KILLS = 20;
/** Of the year that is settled month by month. */
const VILLAGES_AS_IN_LIFE = 3;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const whole = (n: number): string => n.toLocaleString('en');
const same = (hash: string, expected: string): string => (hash === expected ? 'yes' : `NO: ${hash}`);

/** @returns whether the killed year, and the one settled month by month, ended in the same lists */
export async function benchPoints(kills = KILLS, villages?: number): Promise<boolean> {
  const ended = await withYear(villages, async (dataDir) => {
    const { hash, places } = await atOnce(dataDir);
    return kills === 0 || (await killed(dataDir, kills, places)) === hash;
  });
  return (await withYear(VILLAGES_AS_IN_LIFE, asInLife)) && ended;
}

async function withYear(
  villages: number | undefined,
  act: (dataDir: string) => Promise<boolean>,
): Promise<boolean> {
  const dataDir = await copyYear((line) => print(line, ''), villages);
  try {
    return await act(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The whole year is due in one night, and closes in it. Leaves it to be done again. */
async function atOnce(dataDir: string): Promise<{ hash: string; places: number }> {
  const cloud = await openYear(dataDir);
  await beginYear(cloud);
  const stored = (name: string) => whole(cloud.store.count(name));
  print(
    `points of ${YEAR}: workers, sheets, problems`,
    `${whole(cloud.store.count('people', { 'posts.role': 'worker' }))}, ${stored('sheets')}, ${stored('problems')}`,
  );
  const lone = await startLone(cloud, 'settle');
  const cpu = process.cpuUsage();
  const peak = watchMemory();
  const begun = performance.now();
  const firings = await settleAll(lone.invoke);
  const closed = performance.now();
  const { villages, accounts, hash } = rankAll(cloud);
  const ended = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  const { reads, writes } = cloud.usage().total;
  const { cpuMs, memory, heap } = lone.told();
  print('  twelve months settled, the year closed', seconds(closed - begun));
  print(`  ${villages} villages ranked, ${whole(accounts)} workers`, seconds(ended - closed));
  print('  in all (goal ≤ 60 s on 2 cores)', seconds(ended - begun));
  print(
    '  processor time of the cloud, of the function',
    `${seconds((user + system) / 1000)}, ${seconds(cpuMs)}`,
  );
  print('  firings (platform: 60 s each)', firings.map(seconds).join(', '));
  print('  reads and writes', `${whole(reads)} and ${whole(writes)}`);
  print('  books, all closed', booksOf(cloud));
  print(
    '  memory of the function at most (platform: 512 MB)',
    `${memory} MB, of it ${heap} MB JavaScript's heap`,
  );
  print('  memory of the cloud at most, without the mapped database', `${peak.told()} MB`);
  print('  lists', hash);
  const places = placesDone(cloud);
  await lone.stop();
  const { dryRun, replay } = await retellAll(cloud);
  print('  a dry run of rules over the year, every tenth village', retoldText(dryRun));
  print('  a list told anew from raw records, every tenth village', retoldText(replay));
  await beginYear(cloud);
  await cloud.stop();
  return { hash, places };
}

function retoldText({ calls, longest, total, memory, heap, same }: Retold): string {
  const all = `${calls} calls in ${seconds(total)}, the longest ${seconds(longest)}`;
  return `${all}, ${memory} MB at most, ${heap} MB on the heap, as in the books: ${same ? 'yes' : 'NO'}`;
}

function booksOf({ store }: Cloud): string {
  return `${whole(store.count('books'))}, ${store.count('books', { closed: { $exists: false } }) === 0 ? 'yes' : 'NO'}`;
}

/**
 * SIGKILL of the process that holds cloud and function, spread evenly over the places and each at a moment of chance in
 * the work on one; then to the end. @returns the hash of the lists
 */
async function killed(dataDir: string, kills: number, places: number): Promise<string> {
  const begun = performance.now();
  const reached: number[] = [];
  for (let nth = 0; nth < kills; nth += 1) {
    const done = await settleUntilKilled(dataDir, Math.floor((places * nth) / kills));
    if (done === undefined) break;
    reached.push(done);
  }
  await run(dataDir);
  const cloud = await openYear(dataDir);
  const { hash } = rankAll(cloud);
  print(`${reached.length} kills on the way; of ${places} places done at each`, reached.join(' '));
  print('  to the end in', seconds(performance.now() - begun));
  print('  books, all closed', booksOf(cloud));
  print('  lists', hash);
  await cloud.stop();
  return hash;
}

/** A place is worked on for about so long. */
const A_PLACE_MS = 1000;

/** @returns how many places were done when it was killed; `undefined` when it came to the end first */
async function settleUntilKilled(dataDir: string, places: number): Promise<number | undefined> {
  const child = settler(dataDir);
  let done = 0;
  const ended = new Promise<false>((resolve) => child.once('close', () => resolve(false)));
  const far = new Promise<true>((resolve) => {
    child.on('message', (told: number) => {
      done = told;
      if (told >= places) setTimeout(() => resolve(true), Math.random() * A_PLACE_MS);
    });
  });
  const running = await Promise.race([far, ended]);
  child.kill('SIGKILL');
  await ended;
  return running ? done : undefined;
}

async function run(dataDir: string): Promise<void> {
  const child = settler(dataDir);
  await new Promise((resolve) => child.once('close', resolve));
}

function settler(dataDir: string) {
  return fork(join(__dirname, 'points-settler.ts'), [dataDir], { execArgv: ['--import', 'tsx'] });
}

/** Each month in its night, the closing in its own; the same lists as when all was due at once. */
async function asInLife(dataDir: string): Promise<boolean> {
  const { hash: expected } = await atOnce(dataDir);
  const cloud = await openYear(dataDir);
  await beginYear(cloud);
  const before = cloud.usage().total;
  const cpu = process.cpuUsage();
  const begun = performance.now();
  for (const night of [...MONTHS.map(nightOf), CLOSING]) {
    await cloud.clock.set(night);
    await settleAll(settleIn(cloud));
  }
  const { user, system } = process.cpuUsage(cpu);
  const { reads, writes } = cloud.usage().total;
  const { hash } = rankAll(cloud);
  print('  the same month by month, and the closing', seconds(performance.now() - begun));
  print('  processor time of cloud and function together', seconds((user + system) / 1000));
  print('  reads and writes', `${whole(reads - before.reads)} and ${whole(writes - before.writes)}`);
  print('  the same lists', same(hash, expected));
  await cloud.stop();
  return hash === expected;
}

async function main(): Promise<void> {
  const [, , kills = String(KILLS), villages] = process.argv;
  await setup();
  process.exit((await benchPoints(Number(kills), villages ? Number(villages) : undefined)) ? 0 : 1);
}

if (require.main === module) void main();
