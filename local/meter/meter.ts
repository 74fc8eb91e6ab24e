/** What is billed: database requests (one request is one read or write, however many documents), function calls, messages. */
export interface Counts {
  reads: number;
  writes: number;
  calls: number;
  errors: number;
  messages: number;
  /** Memory × time, in GB·s, as functions are billed. */
  gbSeconds: number;
}

export interface Usage {
  /** Since when, ms of the moved clock. */
  since: number;
  total: Counts;
  functions: Record<string, Counts & { actions: Record<string, Counts> }>;
  /** Requests that came from no function, such as a console or a test. */
  outside: Counts;
}

/** Who caused a request: a running invocation, or nobody known. */
export interface Cause {
  function: string;
  action: string;
}

export interface Meter {
  add(what: Partial<Counts>, cause: Cause | undefined): void;
  usage(): Usage;
  reset(): void;
}

/** The smallest plan's allowance, which DESIGN §4 sets itself. */
export const QUOTA = {
  readsPerDay: 50_000,
  writesPerDay: 30_000,
  callsPerMonth: 200_000,
  documentsPerQuery: 1000,
  concurrentRuns: 20,
} as const;

/** Counts from `reset` on. */
export function openMeter(now: () => number): Meter {
  let usage = empty(0);
  return {
    add(what, cause) {
      for (const counts of bucketsOf(usage, cause)) {
        for (const key of Object.keys(what) as (keyof Counts)[]) counts[key] += what[key] ?? 0;
      }
    },
    usage: () => structuredClone(usage),
    reset() {
      usage = empty(now());
    },
  };
}

function bucketsOf(usage: Usage, cause: Cause | undefined): Counts[] {
  if (!cause) return [usage.total, usage.outside];
  usage.functions[cause.function] ??= { ...zero(), actions: {} };
  const fn = usage.functions[cause.function]!;
  fn.actions[cause.action] ??= zero();
  return [usage.total, fn, fn.actions[cause.action]!];
}

function empty(since: number): Usage {
  return { since, total: zero(), functions: {}, outside: zero() };
}

function zero(): Counts {
  return { reads: 0, writes: 0, calls: 0, errors: 0, messages: 0, gbSeconds: 0 };
}
