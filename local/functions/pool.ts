import { PlatformError } from '../errors';
import type { CloudFunction } from './config';
import type { Instance } from './instance';

/** The instances of one function: warm ones are reused, new ones start when waiting shows that they are needed. */
export interface Pool {
  take(): Promise<Instance>;
  give(instance: Instance): void;
  /** Stops instances that have had nothing to do for a while. */
  recycle(now: number): void;
  /** Takes no more warm instances: what runs finishes, then each instance stops. */
  retire(): void;
  stop(): Promise<void>;
}

const IDLE_MS = 60_000;
/** Another instance starts only when somebody has waited this long: on few cores, more threads are not more work. */
const PATIENCE_MS = 40;

interface Waiter {
  since: number;
  resolve: (instance: Instance) => void;
  reject: (error: PlatformError) => void;
}

/** @param queueMs how long a call beyond the cap may wait; with 0 it is refused at once */
export function openPool(fn: CloudFunction, start: () => Instance, queueMs: number): Pool {
  const idle: Instance[] = [];
  const all = new Set<Instance>();
  const queue: Waiter[] = [];
  let checking: NodeJS.Timeout | undefined;
  let retired = false;

  function launch(): Instance {
    const instance = start();
    all.add(instance);
    return instance;
  }

  function forget(instance: Instance): void {
    all.delete(instance);
    const at = idle.indexOf(instance);
    if (at >= 0) idle.splice(at, 1);
  }

  function discard(instance: Instance): void {
    forget(instance);
    void instance.stop();
  }

  function serveNext(instance: Instance): void {
    const waiter = queue.shift();
    if (waiter) waiter.resolve(instance);
    else if (retired) discard(instance);
    else idle.push(instance);
  }

  /** Looks after those who wait: grows the pool, or gives up after the limit. */
  function check(): void {
    checking = undefined;
    const now = performance.now();
    while (queue[0] && now - queue[0].since > queueMs) queue.shift()!.reject(overloaded(fn));
    if (queue[0] && now - queue[0].since >= PATIENCE_MS && all.size < fn.config.concurrency)
      serveNext(launch());
    if (queue.length > 0) checking = setTimeout(check, PATIENCE_MS);
  }

  return {
    take() {
      for (let instance = idle.pop(); instance; instance = idle.pop()) {
        if (instance.alive) return Promise.resolve(instance);
        forget(instance);
      }
      if (all.size === 0) return Promise.resolve(launch());
      if (queueMs === 0)
        return all.size < fn.config.concurrency ? Promise.resolve(launch()) : Promise.reject(overloaded(fn));
      return new Promise((resolve, reject) => {
        queue.push({ since: performance.now(), resolve, reject });
        checking ??= setTimeout(check, PATIENCE_MS);
      });
    },
    give(instance) {
      instance.idleSince = performance.now();
      if (instance.alive) return serveNext(instance);
      forget(instance);
      if (queue.length > 0) serveNext(launch());
    },
    recycle(now) {
      for (const instance of [...idle]) {
        if (instance.alive && now - instance.idleSince < IDLE_MS) continue;
        discard(instance);
      }
    },
    retire() {
      retired = true;
      for (const instance of [...idle]) discard(instance);
    },
    async stop() {
      clearTimeout(checking);
      for (const waiter of queue.splice(0))
        waiter.reject(new PlatformError('OPERATION_FAIL', 'the cloud is stopping'));
      await Promise.all([...all].map((instance) => instance.stop()));
      all.clear();
    },
  };
}

/** https://docs.cloudbase.net/en/error-code/service/FUNCTION_EXCEED_RESOURCE_LIMIT */
function overloaded(fn: CloudFunction): PlatformError {
  return new PlatformError(
    'FUNCTION_EXCEED_RESOURCE_LIMIT',
    `[FUNCTION_EXCEED_RESOURCE_LIMIT] ${fn.name} already runs ${fn.config.concurrency} times at once`,
  );
}
