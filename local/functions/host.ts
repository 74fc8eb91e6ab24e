import { randomUUID } from 'node:crypto';
import { PlatformError } from '../errors';
import type { Call, Events } from '../events';
import type { Cause, Meter } from '../meter/meter';
import { type CloudFunction, readFunctions } from './config';
import { type Caller, contextFor, environmentFor } from './context';
import { type Instance, startInstance } from './instance';
import { type Journal, openJournal } from './journal';
import { openPool, type Pool } from './pool';

export interface HostOptions {
  functionsDir: string | undefined;
  functionEnv: Record<string, string>;
  /** How long a call beyond a function's cap may wait, ms. */
  queueMs: number;
  envId: string;
  appId: string;
  appSecret: string;
  /** Where this cloud listens, `http://127.0.0.1:<port>`. */
  base: () => string;
  now: () => number;
  meter: Meter;
  events: Events;
  log: (line: string) => void;
}

export interface FunctionHost {
  readonly functions: ReadonlyMap<string, CloudFunction>;
  readonly journal: Journal;
  /** Runs a function and gives back what it returned, as JSON text. */
  invoke(name: string, event: unknown, trigger: Call['trigger'], caller?: Caller): Promise<string>;
  /** Whose request it is, by the instance named in the address. */
  causeOf(instance: string): Cause | undefined;
  setClock(offset: number): void;
  /** Reads the bundles again; running invocations finish on the old ones. */
  reload(): void;
  stop(): Promise<void>;
}

export function openHost(options: HostOptions): FunctionHost {
  let functions = readFunctions(options.functionsDir);
  let pools = new Map<string, Pool>();
  const running = new Map<string, Cause>();
  const journal = openJournal();
  const clockMemory = new SharedArrayBuffer(8);
  const clock = new Float64Array(clockMemory);
  const environments = new Map<string, Record<string, string>>();
  let started = 0;

  function start(fn: CloudFunction): Instance {
    const id = `${fn.name}-${++started}`;
    const { base, envId, appId, appSecret, functionEnv } = options;
    const env = environmentFor({
      base: base(),
      instance: id,
      envId,
      appId,
      appSecret,
      extra: { ...functionEnv, ...fn.config.envVariables },
    });
    environments.set(id, env);
    return startInstance(id, fn, env, clockMemory);
  }

  function poolOf(fn: CloudFunction): Pool {
    let pool = pools.get(fn.name);
    if (!pool) {
      pool = openPool(fn, () => start(fn), options.queueMs);
      pools.set(fn.name, pool);
    }
    return pool;
  }

  const recycling = setInterval(() => {
    for (const pool of pools.values()) pool.recycle(performance.now());
  }, 15_000);
  recycling.unref();

  async function invoke(
    name: string,
    event: unknown,
    trigger: Call['trigger'],
    caller: Caller = {},
  ): Promise<string> {
    const fn = functions.get(name);
    if (!fn) throw new PlatformError('FUNCTION_NOT_FOUND', `function ${name} not found`);
    const pool = poolOf(fn);
    const instance = await pool.take();
    const requestId = randomUUID();
    const cause: Cause = { function: name, action: actionOf(event, trigger) };
    const env = environments.get(instance.id) ?? {};
    running.set(instance.id, cause);
    const begun = performance.now();
    const outcome = await instance.run(
      event,
      contextFor({ requestId, envId: options.envId, appId: options.appId, fn, caller, trigger, env }),
    );
    const duration = performance.now() - begun;
    running.delete(instance.id);
    if (!instance.alive) environments.delete(instance.id);
    pool.give(instance);
    record(
      {
        requestId,
        ...cause,
        trigger,
        ok: !outcome.error,
        code: outcome.error?.code,
        duration,
        at: options.now(),
      },
      fn,
      outcome,
    );
    if (outcome.error) throw outcome.error;
    return outcome.result ?? 'null';
  }

  function record(call: Call, fn: CloudFunction, outcome: { error?: PlatformError; lines: string[] }): void {
    const gbSeconds = (fn.config.memorySize / 1024) * (Math.ceil(call.duration) / 1000);
    options.meter.add({ calls: 1, errors: call.ok ? 0 : 1, gbSeconds }, call);
    journal.add({ ...call, lines: outcome.lines, message: outcome.error?.message });
    options.events.emit({ type: 'call', call });
    if (outcome.error)
      options.log(
        `function ${call.function}/${call.action} ${outcome.error.code}: ${outcome.lines.at(-1) ?? outcome.error.message}`,
      );
  }

  return {
    get functions() {
      return functions;
    },
    journal,
    invoke,
    causeOf: (instance) => running.get(instance),
    setClock(offset) {
      clock[0] = offset;
    },
    reload() {
      // Read first: what cannot be read leaves everything as it is.
      functions = readFunctions(options.functionsDir);
      for (const pool of pools.values()) pool.retire();
      pools = new Map();
    },
    async stop() {
      clearInterval(recycling);
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
    },
  };
}

/** The action a call names, so that usage can be told by action: in the event itself or in the body of an HTTP event. */
function actionOf(event: unknown, trigger: Call['trigger']): string {
  if (trigger === 'timer') return `timer:${(event as { TriggerName: string }).TriggerName}`;
  const { action, body } = (event ?? {}) as { action?: unknown; body?: unknown };
  if (typeof action === 'string') return action.slice(0, 64);
  if (typeof body !== 'string' || body.length > 1024 * 1024) return '-';
  // The envelope is small beside its input, and an invalid body must not fail here.
  const found = /"action"\s*:\s*"([^"\\]{1,64})"/.exec(body);
  return found?.[1] ?? '-';
}
