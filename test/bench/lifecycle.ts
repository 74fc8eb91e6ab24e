/**
 * Figures, not a test: `npx tsx test/bench/lifecycle.ts [stored] [seconds]`. A complaint's life (report, accept, finish,
 * confirm: 4 calls) through the HTTP door and the real SDK, on an empty store and with 1,000,000 problems stored.
 */
import { cpus } from 'node:os';
import type { Cloud } from '../../local/cloud';
import setup from '../setup';
import { GRIDS, median, openVillage, print } from './village';

const USERS = 10;
const BURST = 200;
const ROUNDS = 4;

interface Measured {
  rate: number;
  times: number[];
}

async function main(): Promise<void> {
  const large = Number(process.argv[2] ?? 1_000_000);
  const seconds = Number(process.argv[3] ?? 5);
  await setup();
  print('machine', `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
  const [empty, full] = [await openVillage(0), await openVillage(large)];
  const measured: Record<'empty' | 'full', Measured[]> = { empty: [], full: [] };
  const doors = { empty: await doorOf(empty.cloud), full: await doorOf(full.cloud) };
  for (const door of Object.values(doors)) await live(door, 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    measured.empty.push(await live(doors.empty, seconds));
    measured.full.push(await live(doors.full, seconds));
  }
  const rate = (all: Measured[]) => median(all.map((one) => one.rate));
  print(`lifecycles/s, ${USERS} users, empty store`, rate(measured.empty).toFixed(1));
  print(`lifecycles/s, ${USERS} users, ${large.toLocaleString('en')} stored`, rate(measured.full).toFixed(1));
  print('  ratio (goal ≥ 0.8)', (rate(measured.full) / rate(measured.empty)).toFixed(2));
  print('  published, 16 vCPU: empty, 1 M stored, ratio', '37, 6.3, 0.17');
  print('p95 of a call, empty store', `${p95(measured.empty).toFixed(0)} ms`);
  print(`p95 of a call, ${large.toLocaleString('en')} stored`, `${p95(measured.full).toFixed(0)} ms`);
  print('  published at 2–10 users', '333–372 ms');
  print(`errors in a burst of ${BURST} at once, 1 M stored`, await burst(doors.full));
  print('  published under bursts', '57–58 %');
  for (const village of [empty, full]) await village.close();
}

type Ask = (
  person: string,
  action: string,
  input: object,
) => Promise<{ ok: boolean; data: { problem: string } }>;

async function doorOf(cloud: Cloud): Promise<Ask> {
  const tokens = new Map<string, string>();
  for (let n = 0; n < GRIDS; n += 1) {
    for (const person of [`resident${n}`, `chief${n}`]) {
      const minted = await cloud.invoke(
        'session',
        { action: 'mint', input: {} },
        { openid: `openid-${person}` },
      );
      tokens.set(person, (minted as { data: { token: string } }).data.token);
    }
  }
  let ids = 0;
  return async (person, action, input) => {
    ids += 1;
    const response = await fetch(`${cloud.url}/call/problem`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(person)}` },
      body: JSON.stringify({ id: `bench-${process.pid}-${ids}`, action, input }),
    });
    return response.json() as ReturnType<Ask>;
  };
}

/** One problem from report to confirmation. @returns ms of each call. @throws Error when one is refused */
async function one(ask: Ask, grid: number): Promise<number[]> {
  const times: number[] = [];
  const timed = async (person: string, action: string, input: object) => {
    const begun = performance.now();
    const answer = await ask(person, action, input);
    times.push(performance.now() - begun);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.data.problem;
  };
  const problem = await timed(`resident${grid}`, 'report', { category: 'road', text: '路坏了' });
  await timed(`chief${grid}`, 'accept', { problem });
  await timed(`chief${grid}`, 'finish', { problem, text: '修好了' });
  await timed(`resident${grid}`, 'confirm', { problem, stars: 5 });
  return times;
}

async function live(ask: Ask, seconds: number): Promise<Measured> {
  const begun = performance.now();
  const times: number[] = [];
  let done = 0;
  const user = async (grid: number) => {
    while (performance.now() - begun < seconds * 1000) {
      times.push(...(await one(ask, grid)));
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: USERS }, (_, n) => user(n)));
  return { rate: done / ((performance.now() - begun) / 1000), times };
}

function p95(all: readonly Measured[]): number {
  const times = all.flatMap((one) => one.times).sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.95)] ?? 0;
}

async function burst(ask: Ask): Promise<string> {
  const begun = performance.now();
  const lives = await Promise.allSettled(Array.from({ length: BURST }, (_, n) => one(ask, n % GRIDS)));
  const failed = lives.filter(({ status }) => status === 'rejected').length;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  return `${((failed / BURST) * 100).toFixed(1)} % (${BURST * 4} calls in ${seconds} s)`;
}

void main();
