import type { Store } from '../store/store';

/**
 * The one clock of the cloud: real time plus an offset. `set` and `advance` run the timers that become due on the way,
 * in order, with the clock standing at each firing's time. All times in ms since 1970.
 */
export interface Clock {
  now(): number;
  /** How far the clock is ahead of real time. */
  readonly offset: number;
  /** Moves to an instant. Backwards only by this method, and without running timers. */
  set(ms: number): Promise<void>;
  advance(ms: number): Promise<void>;
  /** Stands at an instant without running any timer: for who plants the past that is to end there. */
  skipTo(ms: number): void;
}

export interface MovableClock extends Clock {
  /** Puts the clock at an instant without running anything. */
  standAt(ms: number): void;
  /** Whether a journey is under way, so that the real-time timers wait. */
  readonly moving: boolean;
}

interface ClockOptions {
  store: Store;
  /** Runs what is due up to `ms`, calling `standAt` before each firing. */
  runDue: (until: number) => Promise<void>;
  moved: (now: number, offset: number) => void;
}

export function openClock({ store, runDue, moved }: ClockOptions): MovableClock {
  let offset = store.getFact<number>('clock.offset') ?? 0;
  let journey: Promise<void> = Promise.resolve();
  let underway = 0;

  const now = () => Date.now() + offset;

  /** Kept at every stop, so that after a kill on the way the clock is not behind timers that have fired. */
  function standAt(ms: number): void {
    offset = ms - Date.now();
    store.setFact('clock.offset', offset);
  }

  function arrive(ms: number): void {
    standAt(ms);
    moved(now(), offset);
  }

  /** One journey at a time; a second one starts where the first ended. */
  function travel(target: () => number): Promise<void> {
    const next = journey.then(async () => {
      underway++;
      try {
        const destination = target();
        if (destination > now()) await runDue(destination);
        arrive(destination);
        await store.settled();
      } finally {
        underway--;
      }
    });
    journey = next.catch(() => undefined);
    return next;
  }

  return {
    now,
    get offset() {
      return offset;
    },
    get moving() {
      return underway > 0;
    },
    set: (ms) => travel(() => ms),
    advance: (ms) => travel(() => now() + ms),
    skipTo: arrive,
    standAt,
  };
}
