import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type PlatformCode, PlatformError } from '../errors';
import { delivered, type Faults, type Service } from '../faults/faults';
import type { FunctionHost } from '../functions/host';
import { readBody } from '../http/body';
import { Refusal, sendJson } from '../http/reply';
import type { Meter } from '../meter/meter';
import type { FileStore } from '../storage/files';
import type { Store } from '../store/store';
import { DATABASE_ACTIONS } from './database';
import { invokeFunction } from './invoke';
import { REFUSED_ACTIONS } from './refused';
import { checkSignature } from './signature';
import { STORAGE_ACTIONS } from './storage';
import { requestSchema, type WireAnswer, type WireRequest } from './wire';

export interface GatewayOptions {
  store: Store;
  host: FunctionHost;
  files: FileStore;
  meter: Meter;
  faults: Faults;
  now: () => number;
  base: () => string;
  log: (line: string) => void;
}

const MAX_BODY = 50 * 1024 * 1024;

/** `POST /admin` and `POST /admin/i/<instance>`: everything that `@cloudbase/node-sdk` sends. Errors are answers with a code. */
export function gateway(options: GatewayOptions) {
  return async (req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> => {
    const requestId = randomUUID();
    const instance = /^\/admin\/i\/([^/]+)$/.exec(url.pathname)?.[1];
    try {
      checkSignature(req);
      const request = parseRequest(await readBody(req, MAX_BODY), req.headers['content-type']);
      const struck = await options.faults.strike(serviceOf(request.action));
      if (struck.fail !== undefined)
        throw new PlatformError(String(struck.fail) as PlatformCode, 'a fault that was switched on');
      const answer = await delivered(struck, () => perform(request, instance, options));
      await options.store.settled();
      if (struck.drop) return void res.destroy();
      sendJson(res, 200, { requestId, ...answer });
    } catch (error) {
      sendJson(res, 200, { requestId, ...errorAnswer(error, options.log) });
    }
  };
}

function parseRequest(body: Buffer, type = ''): WireRequest {
  // The SDK sends some of what is refused below as a form; its action is enough to say so.
  const form =
    /^multipart\/form-data/i.test(type) && /name="action"\r\n\r\n([\w.]+)/.exec(body.toString('latin1'));
  if (form) return { action: form[1]! };
  try {
    return requestSchema.parse(JSON.parse(body.toString('utf8')));
  } catch {
    throw new PlatformError(
      'INVALID_PARAM',
      '[InvalidParameter] the body is not a JSON object with an action',
    );
  }
}

function serviceOf(action: string): Service {
  if (action.startsWith('functions.')) return 'functions';
  return action.startsWith('storage.') ? 'storage' : 'database';
}

async function perform(
  request: WireRequest,
  instance: string | undefined,
  options: GatewayOptions,
): Promise<WireAnswer> {
  const { action } = request;
  const database = DATABASE_ACTIONS[action];
  if (database) {
    const cause = instance ? options.host.causeOf(instance) : undefined;
    if (database.cost !== 'free')
      options.meter.add(database.cost === 'read' ? { reads: 1 } : { writes: 1 }, cause);
    return database.run(request, options.store, options.now());
  }
  const storage = STORAGE_ACTIONS[action];
  if (storage) return storage(request, options.files, options.base());
  if (action === 'functions.invokeFunction') return invokeFunction(request, options.host);
  const advice = REFUSED_ACTIONS[action];
  throw new PlatformError(
    'INVALID_ACTION',
    `[INVALID_ACTION] ${action} is not supported by the embedded cloud${advice ? `: ${advice}` : ''}`,
  );
}

function errorAnswer(error: unknown, log: (line: string) => void): { code: string; message: string } {
  if (error instanceof PlatformError) return { code: error.code, message: error.message };
  if (error instanceof Refusal) return { code: 'EXCEED_REQUEST_SIZE_LIMIT', message: error.words.en };
  log(`gateway: ${error instanceof Error ? error.stack : String(error)}`);
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) };
}
