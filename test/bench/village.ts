import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deskKey, type Person, type PostRole } from '../../domain/person/person';
import type { Problem } from '../../domain/problem/problem';
import { reportProblem } from '../../domain/problem/report';
import { atShanghai, DAY, type Millis } from '../../domain/time/shanghai';
import { type Cloud, type Doc, startCloud } from '../../local/cloud';
import { STILL_FUNCTIONS } from '../setup';

/** Monday morning; timers are off, the benches start them. */
export const START: Millis = atShanghai('2026-11-23 10:00');
export const GRIDS = 50;
const TOWNSHIP = '150625100';
const VILLAGE = `${TOWNSHIP}208`;
const NAMES = { banner: '杭锦旗', township: '锡尼镇', village: '胜利村委会', grid: '网格' };

/** What one types into the console in production. */
export const FUNCTION_ENV = { SESSION_SECRET: 'bench-secret-of-more-than-32-characters', WX_TEMPLATES: '{}' };

export const gridOf = (n: number): string => `${VILLAGE}${String((n % GRIDS) + 1).padStart(3, '0')}`;

/** Also started over the folder of a process that was killed. */
export async function openCloud(dataDir: string): Promise<Cloud> {
  const cloud = await startCloud({
    port: 0,
    dataDir,
    functionsDir: STILL_FUNCTIONS,
    indexes: join(STILL_FUNCTIONS, 'indexes.json'),
    functionEnv: FUNCTION_ENV,
    log: () => {},
  });
  await cloud.clock.set(START);
  return cloud;
}

export interface BenchVillage {
  cloud: Cloud;
  dataDir: string;
  close(): Promise<void>;
}

/**
 * A village of 50 grids with so many problems stored: 95 of 100 ended, the others due in a month or later. A large one
 * is grown once and copied from then on; delete `.cache` after a change of what a problem looks like.
 */
export async function openVillage(stored: number): Promise<BenchVillage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yige-bench-'));
  const grown = join(__dirname, '..', '..', '.cache', `bench-village-${stored}`);
  if (!existsSync(join(grown, 'complete'))) await grow(grown, stored);
  cpSync(grown, dataDir, { recursive: true });
  const cloud = await openCloud(dataDir);
  return {
    cloud,
    dataDir,
    async close() {
      await cloud.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function grow(folder: string, stored: number): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const cloud = await openCloud(folder);
  cloud.store.bulkInsert('people', people());
  cloud.store.bulkInsert('problems', problems(stored));
  await cloud.store.settled();
  await cloud.stop();
  writeFileSync(join(folder, 'complete'), '');
}

function* people(): Generator<Doc> {
  const desk = (id: string, role: PostRole, area: string) =>
    plain<Person>({
      _id: id,
      name: id,
      openid: `openid-${id}`,
      posts: [{ role, area, areaPath: '' }],
      desks: [deskKey(role, area)],
      area,
      areaPath: '',
    });
  yield desk('secretary', 'secretary', VILLAGE);
  yield desk('official', 'official', TOWNSHIP);
  yield desk('bannerOfficial', 'official', '150625');
  for (let n = 0; n < GRIDS; n += 1) {
    const area = gridOf(n);
    yield desk(`chief${n}`, 'chief', area);
    yield plain<Person>({
      _id: `resident${n}`,
      name: `居民${n}`,
      openid: `openid-resident${n}`,
      posts: [],
      desks: [],
      household: `h${n}`,
      area,
      areaPath: '',
    });
  }
}

function* problems(count: number): Generator<Doc> {
  const { owedAt: _o, ...open } = plain({ ...aProblem('old', 0, START), outbox: [] });
  const { deadline: _d, nextAt: _n, nextIs: _i, ...rest } = open;
  const ended = { ...rest, status: 'closed', outcome: 'solved', hands: [], endedAt: START };
  for (let n = 0; n < count; n += 1) {
    const createdAt = START - (n % 1000) * DAY;
    const own = { _id: `old-${n}`, area: gridOf(n), household: `h${n % GRIDS}`, createdAt };
    const reporter = { person: `resident${n % GRIDS}`, name: '居民' };
    if (n % 20 === 0) yield { ...open, ...own, reporter, nextAt: START + 30 * DAY + n };
    else yield { ...ended, ...own, reporter };
  }
}

export function aProblem(id: string, n: number, at: Millis): Problem {
  return reportProblem(
    { category: 'road', text: '渠边那段路又陡又窄，拉玉米的车过不去' },
    {
      id,
      area: gridOf(n),
      areaPath: '锡尼镇·胜利村委会',
      areaNames: NAMES,
      household: `h${n % GRIDS}`,
      reporter: { person: `resident${n % GRIDS}`, name: '居民' },
      level: 'grid',
      holderName: `chief${n % GRIDS}`,
    },
    at,
  );
}

/** As it would be stored: without what is undefined. */
export function plain<T extends object>(document: T): Doc {
  return JSON.parse(JSON.stringify(document)) as Doc;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

export function print(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(62)} ${value}\n`);
}
