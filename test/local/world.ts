import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cloudbase from '@cloudbase/node-sdk';
import { type Cloud, type CloudOptions, startCloud } from '../../local/cloud';

export type App = ReturnType<typeof cloudbase.init>;
export type Db = ReturnType<App['database']>;

export interface World {
  cloud: Cloud;
  app: App;
  db: Db;
  dataDir: string;
  logs: string[];
  /** A door, with the answer parsed. */
  door(path: string, init?: RequestInit): Promise<{ status: number; body: Record<string, unknown> }>;
  close(): Promise<void>;
}

const FIXTURES = join(__dirname, 'fixtures');

/** The variables that the platform sets in a function's process; the SDK then talks to `url` and nowhere else. */
export function actAsFunction(url: string): void {
  Object.assign(process.env, {
    // Without it every failed request leaves a timer of 3 s behind.
    SILENCE: 'true',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'AKIDlocalEmbeddedCloud',
    TENCENTCLOUD_SECRETKEY: 'local-embedded-cloud',
    TENCENTCLOUD_SESSIONTOKEN: 'token',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  });
}

/** A cloud of its own on a free port and an empty folder, and the real SDK pointed at it. */
export async function openWorld(options: Partial<CloudOptions> = {}): Promise<World> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'cloud-'));
  const logs: string[] = [];
  const cloud = await startCloud({
    dataDir,
    functionsDir: join(FIXTURES, 'functions'),
    indexes: join(FIXTURES, 'indexes.json'),
    log: (line) => logs.push(line),
    ...options,
  });
  actAsFunction(cloud.url);
  const app = cloudbase.init({ env: 'local', keepalive: true });
  return {
    cloud,
    app,
    db: app.database(),
    dataDir,
    logs,
    async door(path, init) {
      const response = await fetch(cloud.url + path, init);
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    async close() {
      await cloud.stop();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function post(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}
