import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { transformSync } from 'esbuild';
import { PlatformError } from '../errors';
import type { CloudFunction } from './config';
import type { InvocationRequest, RuntimeData, RuntimeReply } from './runtime';

/** One warm instance of a function: a worker thread that serves one invocation at a time. */
export interface Instance {
  readonly id: string;
  /** False after a crash, a timeout or `stop`. */
  readonly alive: boolean;
  readonly served: number;
  idleSince: number;
  run(event: unknown, context: Record<string, unknown>): Promise<Outcome>;
  stop(): Promise<void>;
}

export interface Outcome {
  /** What `main` returned, as JSON. */
  result?: string;
  error?: PlatformError;
  lines: string[];
}

let runtime: string | undefined;

function runtimeCode(): string {
  runtime ??= transformSync(readFileSync(join(__dirname, 'runtime.ts'), 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'node20',
  }).code;
  return runtime;
}

export function startInstance(
  id: string,
  fn: CloudFunction,
  env: Record<string, string>,
  clock: SharedArrayBuffer,
): Instance {
  const worker = new Worker(runtimeCode(), {
    eval: true,
    name: id,
    env,
    argv: [],
    execArgv: [],
    workerData: { file: fn.file, clock } satisfies RuntimeData,
    resourceLimits: { maxOldGenerationSizeMb: fn.config.memorySize },
  });
  const state = { alive: true, served: 0, idleSince: 0 };
  let current: { id: number; settle: (outcome: Outcome) => void; timer: NodeJS.Timeout } | undefined;
  let lines: string[] = [];
  let broken: string | undefined;

  function settle(outcome: Omit<Outcome, 'lines'>, last?: string): void {
    if (!current) return;
    clearTimeout(current.timer);
    const { settle: finish } = current;
    current = undefined;
    finish({ ...outcome, lines: last === undefined ? lines : [...lines, last] });
  }

  function die(error: PlatformError): void {
    state.alive = false;
    settle({ error });
  }

  worker.on('message', (reply: RuntimeReply) => {
    if (reply.type === 'broken') {
      broken = reply.message;
      die(failed(broken));
      void worker.terminate();
    } else if (reply.type === 'line') {
      lines.push(reply.text);
    } else if (reply.type !== 'ready' && reply.id === current?.id) {
      if (reply.type === 'done') settle({ result: reply.result });
      else settle({ error: failed(reply.message) }, reply.stack);
    }
  });
  worker.on('error', (error: NodeJS.ErrnoException) =>
    die(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory(fn) : failed(error.message)),
  );
  worker.on('exit', (code) => die(failed(`the process exited with code ${code}`)));
  worker.unref();

  return {
    id,
    get alive() {
      return state.alive;
    },
    get served() {
      return state.served;
    },
    get idleSince() {
      return state.idleSince;
    },
    set idleSince(at: number) {
      state.idleSince = at;
    },
    run(event, context) {
      if (!state.alive)
        return Promise.resolve({ error: failed(broken ?? 'the instance is gone'), lines: [] });
      const invocation = ++state.served;
      lines = [];
      return new Promise<Outcome>((resolve) => {
        const timer = setTimeout(() => {
          die(timedOut(fn));
          void worker.terminate();
        }, fn.config.timeout * 1000);
        current = { id: invocation, settle: resolve, timer };
        worker.postMessage({ id: invocation, event, context } satisfies InvocationRequest);
      });
    },
    async stop() {
      state.alive = false;
      await worker.terminate();
    },
  };
}

function failed(message: string): PlatformError {
  return new PlatformError('FUNCTIONS_EXECUTE_FAIL', message);
}

function timedOut(fn: CloudFunction): PlatformError {
  return new PlatformError(
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    `Invoking task timed out after ${fn.config.timeout} seconds`,
  );
}

function outOfMemory(fn: CloudFunction): PlatformError {
  return new PlatformError(
    'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
    `${fn.name} used more than ${fn.config.memorySize} MB`,
  );
}
