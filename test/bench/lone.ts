import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cloud } from '../../local/cloud';
import { readFunctions } from '../../local/functions/config';
import { contextFor, environmentFor } from '../../local/functions/context';
import { STILL_FUNCTIONS } from '../setup';
import { FUNCTION_ENV } from './village';

const INSTANCE = join(__dirname, 'lone-instance.ts');
const IDS = { envId: 'local', appId: 'wx0000000000000000' };

export interface LoneRequest {
  event: unknown;
  context: unknown;
  /** How many ms the cloud's clock is ahead of real time. */
  ahead: number;
}

/** The first one says that the function is loaded. */
export interface LoneAnswer {
  result?: unknown;
  failed?: string;
  /** The most that was held on the heap so far, bytes. */
  heap: number;
  /** Processor time since the process began, ms. */
  cpuMs: number;
}

/** One instance of a function in a process of its own, beside the cloud. */
export interface Lone {
  /** As the platform would call it, one call at a time. @throws Error when the function does, or dies */
  invoke(event: unknown, openid?: string): Promise<unknown>;
  /** Processor time of the calls, ms; at most: what the process held, and what of it was on JavaScript's heap, MB. */
  told(): { cpuMs: number; memory: number; heap: number };
  stop(): Promise<void>;
}

/** With as much memory for JavaScript's heap as the function's config.json asks for. */
export async function startLone(cloud: Cloud, name: string): Promise<Lone> {
  const fn = readFunctions(STILL_FUNCTIONS).get(name)!;
  const env = environmentFor({
    base: cloud.url,
    instance: 'lone',
    ...IDS,
    appSecret: '',
    extra: FUNCTION_ENV,
  });
  const child = fork(INSTANCE, [fn.file], {
    env: { ...process.env, ...env },
    execArgv: ['--import', 'tsx', `--max-old-space-size=${fn.config.memorySize}`],
  });
  const memory = watchMemory(child.pid);
  const loaded = await answerOf(child);
  let last = loaded;
  return {
    async invoke(event, openid) {
      const caller = openid === undefined ? {} : { openid };
      const context = contextFor({ requestId: 'lone', ...IDS, fn, caller, trigger: 'call', env });
      child.send({ event, context, ahead: cloud.clock.now() - Date.now() } satisfies LoneRequest);
      last = await answerOf(child);
      if (last.failed !== undefined) throw new Error(last.failed);
      return last.result;
    },
    told: () => ({
      cpuMs: last.cpuMs - loaded.cpuMs,
      memory: memory.told(),
      heap: Math.round(last.heap / 2 ** 20),
    }),
    async stop() {
      memory.told();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await ended;
    },
  };
}

function answerOf(child: ChildProcess): Promise<LoneAnswer> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null) => reject(new Error(`the function's process ended with ${code}`));
    child.once('exit', died);
    child.once('message', (answer: LoneAnswer) => {
      child.off('exit', died);
      resolve(answer);
    });
  });
}

/** What a process itself holds at most (Linux tells it apart from files that are mapped), MB; looked at ten times a second. */
export function watchMemory(pid: number | 'self' = 'self'): { told(): number } {
  let most = 0;
  const look = () => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    most = Math.max(most, Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? 0));
  };
  const timer = setInterval(look, 100);
  return {
    told() {
      clearInterval(timer);
      look();
      return Math.round(most / 1024);
    },
  };
}
