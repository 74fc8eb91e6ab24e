import { randomUUID } from 'node:crypto';
import type { FunctionHost } from '../functions/host';
import type { Store } from '../store/store';

/**
 * `/wxa/media_check_async`: an answer at once, the verdict later as a `wxa_media_check` event, pushed to the function that
 * is configured for it. What waits is kept in the store, so that a kill delays a verdict and does not lose it.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html
 */
export interface MediaChecks {
  /** @returns the trace id that the event will carry */
  submit(mediaUrl: string, openid: string): string;
  start(): void;
  stop(): void;
  /** Forgets what waits. */
  clear(): void;
}

interface Pending {
  trace: string;
  openid: string;
  risky: boolean;
}

interface MediaCheckOptions {
  appId: string;
  store: Store;
  host: FunctionHost;
  now: () => number;
  receivers: Record<string, string>;
  log: (line: string) => void;
}

const EVENT = 'wxa_media_check';
const FACT = 'wechat.media-checks';
/** WeChat takes up to half an hour; long enough here for the caller to have noted the trace id. */
const DELAY_MS = 400;

export function openMediaChecks({ appId, store, host, now, receivers, log }: MediaCheckOptions): MediaChecks {
  const timers = new Set<NodeJS.Timeout>();
  const pending = () => store.getFact<Pending[]>(FACT) ?? [];

  function schedule(check: Pending): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void push(check);
    }, DELAY_MS);
    timer.unref();
    timers.add(timer);
  }

  async function push(check: Pending): Promise<void> {
    store.setFact(
      FACT,
      pending().filter((other) => other.trace !== check.trace),
    );
    const receiver = receivers[EVENT];
    if (!receiver)
      return log(`wechat: no function receives ${EVENT}; the verdict on ${check.trace} is dropped`);
    await host
      .invoke(receiver, eventOf(check, appId, now()), 'call')
      .catch((error) => log(`wechat: ${receiver} failed on ${EVENT}: ${String(error)}`));
  }

  function stop(): void {
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
  }

  return {
    submit(mediaUrl, openid) {
      const check = { trace: randomUUID(), openid, risky: isRisky(mediaUrl) };
      store.setFact(FACT, [...pending(), check]);
      schedule(check);
      return check.trace;
    },
    start: () => pending().forEach(schedule),
    stop,
    clear() {
      stop();
      store.setFact(FACT, []);
    },
  };
}

/** No judgement of its own: an address with 违规 or `risky` in it is risky. */
function isRisky(url: string): boolean {
  try {
    return /违规|risky/.test(decodeURIComponent(url));
  } catch {
    return false;
  }
}

function eventOf({ trace, openid, risky }: Pending, appId: string, now: number): Record<string, unknown> {
  const result = risky ? { suggest: 'risky', label: 20002 } : { suggest: 'pass', label: 100 };
  return {
    ToUserName: 'gh_000000000000',
    FromUserName: openid,
    CreateTime: Math.floor(now / 1000),
    MsgType: 'event',
    Event: EVENT,
    appid: appId,
    trace_id: trace,
    version: 2,
    result,
    detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
  };
}
