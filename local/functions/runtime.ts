import { createRequire } from 'node:module';
import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * What runs inside a worker, around one function. Bundled by esbuild into a text and started from it (see instance.ts),
 * so it may import from Node only. It moves `Date`, loads the function once and then serves one invocation at a time.
 */
export interface RuntimeData {
  file: string;
  /** One double in shared memory: how many ms the cloud's clock is ahead of real time. */
  clock: SharedArrayBuffer;
}

export interface InvocationRequest {
  id: number;
  event: unknown;
  context: Record<string, unknown>;
}

export type RuntimeReply =
  | { type: 'ready' }
  | { type: 'broken'; message: string }
  /** Sent as it is printed, so that it is known when the function never ends. */
  | { type: 'line'; text: string }
  | { type: 'done'; id: number; result: string }
  | { type: 'failed'; id: number; message: string; stack: string };

const MAX_LINES = 200;
const data = workerData as RuntimeData;
const port = parentPort!;
let printed = 0;

moveDate(new Float64Array(data.clock));
catchConsole();
serve(load());

/** Product code asks `new Date()` and `Date.now()` as ever and gets the cloud's time. */
function moveDate(offset: Float64Array): void {
  const RealDate = Date;
  const now = () => RealDate.now() + offset[0]!;
  const Moved: DateConstructor = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(
        target,
        args.length === 0 ? [now()] : args,
        newTarget === Moved ? target : newTarget,
      ) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  RealDate.prototype.constructor = Moved;
  globalThis.Date = Moved;
}

function catchConsole(): void {
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[level] = (...args: unknown[]) => {
      if (printed++ < MAX_LINES)
        port.postMessage({ type: 'line', text: `${level} ${format(...args)}` } satisfies RuntimeReply);
    };
  }
}

type Main = (event: unknown, context: unknown) => unknown;

function load(): Main | undefined {
  try {
    const loaded = createRequire(data.file)(data.file) as { main?: unknown };
    if (typeof loaded.main !== 'function') throw new Error('exports.main is not a function');
    port.postMessage({ type: 'ready' } satisfies RuntimeReply);
    return loaded.main as Main;
  } catch (error) {
    port.postMessage({ type: 'broken', message: describe(error).stack } satisfies RuntimeReply);
    return undefined;
  }
}

function serve(main: Main | undefined): void {
  if (!main) return;
  port.on('message', (request: InvocationRequest) => {
    printed = 0;
    void run(main, request).then((reply) => port.postMessage(reply));
  });
}

async function run(main: Main, { id, event, context }: InvocationRequest): Promise<RuntimeReply> {
  try {
    const result = await main(event, context);
    return { type: 'done', id, result: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    return { type: 'failed', id, ...describe(error) };
  }
}

function describe(error: unknown): { message: string; stack: string } {
  if (error instanceof Error)
    return { message: `${error.name}: ${error.message}`, stack: error.stack ?? error.message };
  const text = typeof error === 'string' ? error : (JSON.stringify(error) ?? String(error));
  return { message: text, stack: text };
}
