import { z } from 'zod';

export const SERVICES = ['database', 'functions', 'storage', 'wechat', 'timers'] as const;
export type Service = (typeof SERVICES)[number];

/**
 * A switch that makes a service misbehave. `delay` answers late, `fail` answers an error without doing anything,
 * `drop` does the work and never answers: the caller cannot know. `duplicate` delivers the request twice.
 */
export const faultSchema = z.strictObject({
  service: z.enum(SERVICES),
  kind: z.enum(['delay', 'fail', 'drop', 'duplicate']),
  /** Share of requests that are hit, 0 to 1. */
  rate: z.number().min(0).max(1).default(1),
  /** For `delay`. */
  ms: z.number().int().min(0).max(600_000).default(1000),
  /** For `fail`: the platform's code, or WeChat's errcode as a number. */
  code: z.union([z.string().min(1).max(64), z.number().int()]).optional(),
  /** How many requests are hit before the switch goes off by itself. */
  times: z.number().int().min(1).optional(),
});
export type Fault = z.infer<typeof faultSchema>;

export interface Struck {
  fail?: string | number;
  drop: boolean;
  twice: boolean;
}

export interface Faults {
  add(fault: Fault): void;
  list(): Fault[];
  clear(): void;
  /** Decides for one request, after waiting if it must. */
  strike(service: Service): Promise<Struck>;
}

export function openFaults(): Faults {
  let faults: Fault[] = [];

  function hits(fault: Fault): boolean {
    if (Math.random() >= fault.rate) return false;
    if (fault.times !== undefined && --fault.times <= 0) faults = faults.filter((other) => other !== fault);
    return true;
  }

  return {
    add: (fault) => void faults.push({ ...fault }),
    list: () => faults.map((fault) => ({ ...fault })),
    clear() {
      faults = [];
    },
    async strike(service) {
      const struck: Struck = { drop: false, twice: false };
      if (faults.length === 0) return struck;
      for (const fault of faults.filter((each) => each.service === service).filter(hits)) {
        if (fault.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms));
        else if (fault.kind === 'fail') struck.fail = fault.code ?? (service === 'wechat' ? -1 : 'SYS_ERR');
        else if (fault.kind === 'duplicate') struck.twice = true;
        else struck.drop = true;
      }
      return struck;
    },
  };
}

/** Does the work as often as the request was delivered. The first answer counts; how the second ends nobody sees. */
export async function delivered<T>(struck: Struck, work: () => T | Promise<T>): Promise<T> {
  const answer = await work();
  if (struck.twice)
    try {
      await work();
    } catch {
      // As a second delivery on the platform: its answer finds nobody waiting.
    }
  return answer;
}
