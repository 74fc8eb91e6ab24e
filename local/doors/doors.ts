import { z } from 'zod';
import type { Clock } from '../clock/clock';
import type { Events } from '../events';
import { delivered, type Faults, faultSchema } from '../faults/faults';
import type { FunctionHost } from '../functions/host';
import { conform, readJson } from '../http/body';
import { Refusal, sendJson } from '../http/reply';
import type { Handler, HttpServer } from '../http/server';
import { type Meter, QUOTA } from '../meter/meter';
import type { FileStore } from '../storage/files';
import type { Store } from '../store/store';
import type { Timers } from '../timers/timers';
import type { Phones } from '../wechat/phone';
import type { PhoneCodes } from '../wechat/phone-code';
import { callDoor, struckFunction } from './call';
import { clockDoor } from './clock';
import { eventsDoor } from './events';
import { explainDoor } from './explain';
import { refusalOf } from './refusals';
import { exportDoor, importDoor } from './transfer';

export interface DoorsOptions {
  store: Store;
  host: FunctionHost;
  clock: Clock;
  timers: Timers;
  meter: Meter;
  faults: Faults;
  phones: Phones;
  phoneCodes: PhoneCodes;
  files: FileStore;
  events: Events;
  /** As `wx.cloud.callFunction` calls. */
  invoke(name: string, data: unknown, openid: string | undefined): Promise<unknown>;
  /** Empties everything, and lets others put their beginnings back. */
  reset(): Promise<void>;
  version: string;
}

const openid = z.string().min(1).max(128);
const invokeSchema = z.strictObject({
  function: z.string().min(1),
  openid: openid.optional(),
  data: z.unknown().optional(),
});
const consentSchema = z.strictObject({
  openid,
  template: z.string().min(1).max(128),
  times: z.number().int().min(1).max(1000).default(1),
});
const phoneCodeSchema = z.strictObject({ phone: z.string().regex(/^\+?\d{5,15}$/) });
const limitSchema = z.number().int().min(1).max(1000);

/** The control doors below `/_local`, and `/call`. Shapes: DESIGN §7; every refusal is `{ ok: false, error }` with its status. */
export function openDoors(server: HttpServer, options: DoorsOptions): void {
  const { store, host, clock, timers, meter, faults, phones, files, events } = options;
  const door = (path: string, methods: Record<string, Handler>) =>
    server.route(`/_local/${path}`, byMethod(methods));

  server.route('/call', callDoor(host, store, faults));
  door('clock', { GET: clockDoor(clock), POST: clockDoor(clock) });
  door('events', { GET: eventsDoor(events) });
  door('explain', { GET: explainDoor(store) });
  door('export', { GET: exportDoor({ store, files, phones, clock }) });
  door('import', { POST: importDoor({ store, files, phones, clock }) });
  door('invoke', { POST: invokeDoor(options) });
  door('messages', {
    GET: (_req, res, url) =>
      sendJson(res, 200, {
        messages: phones.messages(url.searchParams.get('openid') ?? undefined, limitOf(url)),
      }),
  });
  door('consent', {
    GET: (_req, res) => sendJson(res, 200, { consents: phones.consents() }),
    POST: async (req, res) => {
      const { openid: person, template, times } = await readJson(req, consentSchema);
      const left = phones.consent(person, template, times);
      await store.settled();
      sendJson(res, 200, { ok: true, data: { left } });
    },
  });
  door('usage', {
    GET: (_req, res) => sendJson(res, 200, { ...meter.usage(), quota: QUOTA }),
    DELETE: (_req, res) => {
      meter.reset();
      sendJson(res, 200, { ok: true });
    },
  });
  door('faults', {
    GET: (_req, res) => sendJson(res, 200, { faults: faults.list() }),
    POST: async (req, res) => {
      faults.add(await readJson(req, faultSchema));
      sendJson(res, 200, { ok: true, faults: faults.list() });
    },
    DELETE: (_req, res) => {
      faults.clear();
      sendJson(res, 200, { ok: true });
    },
  });
  door('reset', {
    POST: async (_req, res) => {
      await options.reset();
      sendJson(res, 200, { ok: true });
    },
  });
  door('reload', { POST: reloadDoor(host) });
  door('phone-code', { POST: phoneCodeDoor(options) });
  door('health', { GET: (_req, res) => sendJson(res, 200, health(options)) });
  door('logs', {
    GET: (_req, res, url) =>
      sendJson(res, 200, {
        logs: host.journal.recent(limitOf(url), {
          function: url.searchParams.get('function') ?? undefined,
          requestId: url.searchParams.get('request') ?? undefined,
        }),
      }),
  });
  door('timers', { GET: (_req, res) => sendJson(res, 200, { timers: timers.list() }) });
}

/** The bundles are read again; a folder that cannot be read is told, and the old ones go on. */
function reloadDoor(host: FunctionHost): Handler {
  return (_req, res) => {
    try {
      host.reload();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Refusal(400, 'INVALID_FUNCTIONS', {
        zh: `云函数无法读取：${why}`,
        en: `Cannot read: ${why}`,
      });
    }
    sendJson(res, 200, { ok: true, data: { functions: [...host.functions.keys()] } });
  };
}

/** The person tapped the button that shares a phone number; the code goes to a function, which asks WeChat with it. */
function phoneCodeDoor({ phoneCodes }: DoorsOptions): Handler {
  return async (req, res) => {
    const { phone } = await readJson(req, phoneCodeSchema);
    sendJson(res, 200, { ok: true, data: { code: phoneCodes.issue(phone) } });
  };
}

function byMethod(methods: Record<string, Handler>): Handler {
  return (req, res, url) => {
    const handler = methods[req.method ?? ''];
    if (handler) return handler(req, res, url);
    const allowed = Object.keys(methods).join(', ');
    throw new Refusal(405, 'METHOD_NOT_ALLOWED', { zh: `只支持 ${allowed}`, en: `Allowed: ${allowed}` });
  };
}

function limitOf(url: URL): number {
  return conform(Number(url.searchParams.get('limit') ?? 100), limitSchema);
}

function invokeDoor({ invoke, store, faults }: DoorsOptions): Handler {
  return async (req, res) => {
    const { function: name, openid: person, data } = await readJson(req, invokeSchema, 6 * 1024 * 1024);
    const struck = await struckFunction(faults);
    try {
      const result = await delivered(struck, () => invoke(name, data ?? {}, person));
      await store.settled();
      if (struck.drop) return void res.destroy();
      sendJson(res, 200, { ok: true, result });
    } catch (error) {
      throw refusalOf(error);
    }
  };
}

function health({ store, host, clock, version }: DoorsOptions) {
  return {
    ok: true,
    version,
    now: clock.now(),
    offset: clock.offset,
    functions: [...host.functions.keys()],
    collections: Object.fromEntries(store.collections().map((name) => [name, store.count(name)])),
  };
}
