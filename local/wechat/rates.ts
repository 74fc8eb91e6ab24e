/** WeChat's documented limits of calls; beyond them a path answers errcode 45009. Windows of the moved clock. */
export interface Limit {
  calls: number;
  windowMs: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

export const LIMITS: Record<string, Limit> = {
  '/cgi-bin/stable_token': { calls: 10_000, windowMs: MINUTE },
  'stable_token?force_refresh': { calls: 20, windowMs: DAY },
  '/cgi-bin/message/subscribe/send': { calls: 10_000_000, windowMs: DAY },
  '/wxa/msg_sec_check': { calls: 4000, windowMs: MINUTE },
  '/wxa/media_check_async': { calls: 2000, windowMs: MINUTE },
  '/wxa/getwxacodeunlimit': { calls: 5000, windowMs: MINUTE },
};

export interface Rates {
  /** Counts a call; false when it is one too many. */
  admit(name: string): boolean;
}

export function openRates(now: () => number, limits: Record<string, Limit> = LIMITS): Rates {
  const windows = new Map<string, { begun: number; calls: number }>();
  return {
    admit(name) {
      const limit = limits[name];
      if (!limit) return true;
      const begun = Math.floor(now() / limit.windowMs) * limit.windowMs;
      const window = windows.get(name);
      if (window?.begun !== begun) {
        windows.set(name, { begun, calls: 1 });
        return limit.calls > 0;
      }
      return ++window.calls <= limit.calls;
    },
  };
}
