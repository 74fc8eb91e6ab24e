import { chinaTime } from '../clock/duration';
import { delivered, type Faults } from '../faults/faults';
import type { FunctionHost } from '../functions/host';
import type { Store } from '../store/store';
import { parseCron } from './cron';
import { type Firing, planFirings, type Trigger } from './plan';

export interface Timers {
  /** Fires everything due up to `until`, in order, the clock standing at each firing's time. */
  runDue(until: number, standAt: (ms: number) => void): Promise<void>;
  /** Fires by the clock from now on, beginning with what fell due while the cloud was down. */
  start(): void;
  stop(): Promise<void>;
  /** For people: what fires when. */
  list(): { function: string; name: string; next: number | undefined }[];
  /** Forgets the past: the next firing is the first one after now. */
  reset(): void;
}

interface TimersOptions {
  host: FunctionHost;
  faults: Faults;
  store: Store;
  now: () => number;
  /** The clock is under way and calls `runDue` itself. */
  moving: () => boolean;
  log: (line: string) => void;
}

/** After a stop of days, more than this is not made up for one by one. */
const MAX_MISSED = 500;
const TICK_MS = 500;

export function openTimers({ host, faults, store, now, moving, log }: TimersOptions): Timers {
  let last = store.getFact<Record<string, number>>('timers.last') ?? {};
  let ticking: NodeJS.Timeout | undefined;
  let work: Promise<void> = Promise.resolve();

  function triggers(): Trigger[] {
    const found: Trigger[] = [];
    for (const fn of host.functions.values()) {
      for (const { name, config } of fn.config.triggers)
        found.push({ function: fn.name, name, cron: parseCron(config) });
    }
    return found;
  }

  /** A trigger seen for the first time begins now; so does one whose last firing lies ahead because the clock was put back. */
  function lastOf(trigger: Trigger): number {
    const key = keyOf(trigger);
    last[key] = Math.min(last[key] ?? Number.POSITIVE_INFINITY, now());
    return last[key];
  }

  async function fire({ trigger, at }: Firing): Promise<void> {
    // Noted first: a firing that kills the process must not be fired again by every start.
    last[keyOf(trigger)] = at;
    store.setFact('timers.last', last);
    const event = { Type: 'Timer', TriggerName: trigger.name, Time: new Date(at).toISOString(), Message: '' };
    const struck = await faults.strike('timers');
    if (struck.fail !== undefined) return;
    await delivered(struck, () => host.invoke(trigger.function, event, 'timer').catch(() => undefined));
  }

  async function runAll(firings: Firing[], standAt?: (ms: number) => void): Promise<void> {
    for (const firing of firings) {
      if (standAt && firing.at > now()) standAt(firing.at);
      await fire(firing);
    }
  }

  async function tick(): Promise<void> {
    const { firings, left } = planFirings(triggers(), lastOf, now(), MAX_MISSED);
    if (left > 0) log(`timers: ${left} firings that fell due while the cloud was down are left out`);
    await runAll(firings);
  }

  /** One at a time, whoever asks. */
  function next(job: () => Promise<void>): Promise<void> {
    const run = work.then(job);
    work = run.catch((error) => log(`timers: ${error instanceof Error ? error.message : String(error)}`));
    return run;
  }

  return {
    runDue: (until, standAt) =>
      next(async () => {
        const { firings, left } = planFirings(triggers(), lastOf, until);
        if (left > 0)
          log(
            `timers: too many firings up to ${chinaTime(until)}; ${left} of the most frequent ones are left out`,
          );
        await runAll(firings, standAt);
      }),
    start() {
      for (const trigger of triggers()) lastOf(trigger);
      store.setFact('timers.last', last);
      let busy = false;
      ticking = setInterval(() => {
        if (busy || moving()) return;
        busy = true;
        void next(tick).finally(() => {
          busy = false;
        });
      }, TICK_MS);
      ticking.unref();
    },
    async stop() {
      clearInterval(ticking);
      await work;
    },
    list: () =>
      triggers().map((trigger) => ({
        function: trigger.function,
        name: trigger.name,
        next: trigger.cron.next(lastOf(trigger)),
      })),
    reset() {
      last = {};
      for (const trigger of triggers()) lastOf(trigger);
      store.setFact('timers.last', last);
    },
  };
}

function keyOf(trigger: Trigger): string {
  return `${trigger.function}/${trigger.name}`;
}
