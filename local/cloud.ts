import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, type MovableClock, openClock } from './clock/clock';
import { openDoors } from './doors/doors';
import { type Events, openEvents } from './events';
import { openFaults } from './faults/faults';
import { type FunctionHost, openHost } from './functions/host';
import { gateway } from './gateway/admin';
import { type Handler, type HttpServer, listen } from './http/server';
import { openMeter, type Usage } from './meter/meter';
import { type FileStore, openFiles } from './storage/files';
import { serveStorage } from './storage/serve';
import { readDeclarations } from './store/indexes';
import { openStore, type Store } from './store/store';
import { openTimers, type Timers } from './timers/timers';
import { openMediaChecks } from './wechat/media-check';
import { openPhones, type Phones } from './wechat/phone';
import { openPhoneCodes } from './wechat/phone-code';
import { type Templates, wechat } from './wechat/wechat';

export type { Clock } from './clock/clock';
export type { Call, CloudEvent, Message } from './events';
export type { Handler } from './http/server';
export type { Usage } from './meter/meter';
export type { Doc, Filter, SortSpec } from './store/document';
export type { Store } from './store/store';
export type { Templates } from './wechat/wechat';

export const VERSION = '0.1.0';

export interface CloudOptions {
  /** 0, the default, takes any free one. Loopback only. */
  port?: number;
  /** More origins with the same handler, one per page that must not share storage with others. A taken port is replaced by a free one. */
  extraPorts?: number[];
  /** Where the SQLite file and the uploaded files live; created when missing. */
  dataDir: string;
  /** One folder per function: `index.js` (CommonJS bundle with `exports.main`) and `config.json`. */
  functionsDir?: string;
  /** Path of the index declarations; see `store/indexes.ts`. */
  indexes?: string;
  /** Environment variables of every function: what one types into the console in production. */
  functionEnv?: Record<string, string>;
  /**
   * How long a call beyond a function's concurrency waits for its turn, ms; 30,000 by default, so that a burst on a small
   * machine is served. 0 refuses it at once with FUNCTION_EXCEED_RESOURCE_LIMIT, as the platform does.
   */
  queueMs?: number;
  /** Which function WeChat's message push calls, by the event's name: `{ wxa_media_check: 'media' }`. */
  messagePush?: Record<string, string>;
  /** Pages of the mini program, so that a code for another one is refused (41030). Any when left out. */
  pages?: string[];
  /** Subscription message templates that exist. */
  templates?: Templates;
  /** Default `local`. */
  envId?: string;
  appId?: string;
  appSecret?: string;
  log?: (line: string) => void;
  /** Default true: an acknowledged write survives SIGKILL and loss of power (SQLite `synchronous=FULL`). */
  durable?: boolean;
}

export interface Cloud {
  readonly url: string;
  readonly port: number;
  /** `url` first, then one per extra port. */
  readonly origins: string[];
  readonly store: Store;
  readonly clock: Clock;
  readonly phones: Phones;
  readonly files: FileStore;
  readonly events: Pick<Events, 'subscribe'>;
  /** As `wx.cloud.callFunction` would: the platform vouches for the openid. Answers what the function returned. */
  invoke(name: string, data: unknown, caller?: { openid?: string }): Promise<unknown>;
  /** Adds a door; the longest prefix serves. */
  route(prefix: string, handler: Handler): void;
  /** Runs after `reset` has emptied everything. */
  onReset(refill: () => void | Promise<void>): void;
  reset(): Promise<void>;
  usage(): Usage;
  /** Reads the function bundles again. */
  reload(): void;
  stop(): Promise<void>;
}

export async function startCloud(options: CloudOptions): Promise<Cloud> {
  // Functions run at UTC on the platform, and the time zone belongs to the whole process.
  process.env.TZ = 'UTC';
  mkdirSync(options.dataDir, { recursive: true });
  const settings = {
    envId: 'local',
    appId: 'wx0000000000000000',
    appSecret: 'local-app-secret',
    log: () => undefined,
    ...options,
  };
  const store = openStore({
    dataDir: options.dataDir,
    indexes: readDeclarations(options.indexes),
    durable: options.durable ?? true,
    log: settings.log,
  });
  try {
    const server = await listen(options.port ?? 0, options.extraPorts ?? [], settings.log);
    return assemble(settings, store, server);
  } catch (error) {
    store.close();
    throw error;
  }
}

type Settings = CloudOptions & Required<Pick<CloudOptions, 'envId' | 'appId' | 'appSecret' | 'log'>>;

/** The services, each knowing those it needs. */
function openParts(settings: Settings, store: Store, base: () => string) {
  const { envId, appId, appSecret, log } = settings;
  const events = openEvents();
  const now = () => clock.now();
  const meter = openMeter(now);
  const faults = openFaults();
  const files = openFiles(store.sqlite, join(settings.dataDir, 'files'), envId, now);
  const own = { envId, appId, appSecret, base, now, meter, faults, events, store, log };
  const host = openHost({
    ...own,
    functionsDir: settings.functionsDir,
    functionEnv: settings.functionEnv ?? {},
    queueMs: settings.queueMs ?? 30_000,
  });
  const mediaChecks = openMediaChecks({ ...own, host, receivers: settings.messagePush ?? {} });
  const timers = openTimers({ ...own, host, moving: () => clock.moving });
  const clock = movedClock(store, timers, host, events);
  return {
    ...own,
    clock,
    files,
    host,
    mediaChecks,
    timers,
    phones: openPhones(store.sqlite),
    phoneCodes: openPhoneCodes(appId, now),
    templates: settings.templates ?? {},
    pages: settings.pages,
  };
}

type Parts = ReturnType<typeof openParts>;

function assemble(settings: Settings, store: Store, server: HttpServer): Cloud {
  const parts = openParts(settings, store, () => server.origins[0]!);
  const { clock, events, files, host, mediaChecks, meter, phones, timers } = parts;
  const invoke = invoker(parts);
  const { reset, onReset } = resetting(parts);
  server.route('/admin', gateway(parts));
  server.route('/wechat', wechat(parts));
  server.route('/storage', serveStorage(files, store));
  openDoors(server, { ...parts, invoke, reset, version: VERSION });
  meter.reset();
  timers.start();
  mediaChecks.start();

  return {
    url: parts.base(),
    port: server.ports[0]!,
    origins: server.origins,
    store,
    clock,
    phones,
    files,
    events,
    invoke: (name, data, caller) => invoke(name, data, caller?.openid),
    route: server.route,
    onReset,
    reset,
    usage: meter.usage,
    reload: host.reload,
    async stop() {
      await timers.stop();
      mediaChecks.stop();
      await server.close();
      await host.stop();
      store.close();
    },
  };
}

/** As `wx.cloud.callFunction` calls: the platform vouches for the openid. */
function invoker({ host, appId }: Parts) {
  return async (name: string, data: unknown, openid: string | undefined): Promise<unknown> => {
    const caller = openid === undefined ? {} : { openid };
    return JSON.parse(await host.invoke(name, clientEvent(data, appId, openid), 'call', caller));
  };
}

/** Timers follow the clock, and the clock on its way fires the timers. */
function movedClock(store: Store, timers: Timers, host: FunctionHost, events: Events): MovableClock {
  const clock: MovableClock = openClock({
    store,
    runDue: (until) =>
      timers.runDue(until, (ms) => {
        clock.standAt(ms);
        host.setClock(clock.offset);
      }),
    moved(now, offset) {
      host.setClock(offset);
      events.emit({ type: 'clock', now, offset });
    },
  });
  host.setClock(clock.offset);
  return clock;
}

/** What a mini program sends arrives with the caller's ids added (https://docs.cloudbase.net/cloud-function/functions/event). */
function clientEvent(data: unknown, appId: string, openid: string | undefined): unknown {
  if (openid === undefined || data === null || typeof data !== 'object' || Array.isArray(data))
    return data ?? {};
  return { ...data, userInfo: { appId, openId: openid } };
}

/** The clock is left where it is: a timer that has fired does not fire again. */
function resetting({ store, files, phones, host, timers, meter, mediaChecks }: Parts) {
  const refills: (() => void | Promise<void>)[] = [];
  return {
    onReset: (refill: () => void | Promise<void>) => void refills.push(refill),
    async reset() {
      store.clear();
      files.clear();
      phones.clear();
      host.journal.clear();
      mediaChecks.clear();
      timers.reset();
      for (const refill of refills) await refill();
      meter.reset();
      await store.settled();
    },
  };
}
