import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { delivered, type Faults, type Struck } from '../faults/faults';
import type { FunctionHost } from '../functions/host';
import { readBody } from '../http/body';
import { Refusal, sendText } from '../http/reply';
import type { Store } from '../store/store';
import { refusalOf } from './refusals';

/** The platform's limit for a request through HTTP access (https://docs.cloudbase.net/service/introduce). */
const MAX_BODY = 6 * 1024 * 1024;

/** What a function answers an HTTP event with: https://docs.cloudbase.net/service/access-cloud-function (integration response). */
interface IntegrationResponse {
  statusCode: number;
  headers?: Record<string, string>;
  body?: unknown;
  isBase64Encoded?: boolean;
}

/** `/call/<function>[/path]`: the HTTP access service. The caller has no identity; what the headers claim is up to the function. */
export function callDoor(host: FunctionHost, store: Store, faults: Faults) {
  return async (req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> => {
    const name = decodeURIComponent(url.pathname.split('/')[2] ?? '');
    if (!host.functions.has(name))
      throw new Refusal(404, 'FUNCTION_NOT_FOUND', {
        zh: '没有这个云函数',
        en: `No function ${JSON.stringify(name)}`,
      });
    const body = await readBody(req, MAX_BODY);
    const struck = await struckFunction(faults);
    try {
      const result = await delivered(struck, () => host.invoke(name, httpEvent(req, url, body), 'http'));
      await store.settled();
      if (struck.drop) return void res.destroy();
      respond(res, result);
    } catch (error) {
      throw refusalOf(error);
    }
  };
}

/** Either door to a function meets the same faults. @throws Refusal when a `fail` is switched on */
export async function struckFunction(faults: Faults): Promise<Struck> {
  const struck = await faults.strike('functions');
  if (struck.fail !== undefined)
    throw new Refusal(500, String(struck.fail), {
      zh: '已打开的故障开关',
      en: 'A fault that was switched on',
    });
  return struck;
}

function httpEvent(req: IncomingMessage, url: URL, body: Buffer): Record<string, unknown> {
  const headers = Object.fromEntries(
    Object.entries(req.headers).map(([key, value]) => [key, Array.isArray(value) ? value.join(', ') : value]),
  );
  const path = `/${url.pathname.split('/').slice(3).join('/')}`;
  const text = isText(req.headers['content-type']);
  return {
    path,
    httpMethod: req.method,
    headers,
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: { requestId: randomUUID(), path, httpMethod: req.method, sourceIp: '127.0.0.1' },
    body: body.toString(text ? 'utf8' : 'base64'),
    isBase64Encoded: !text,
  };
}

function isText(type: string | undefined): boolean {
  return !type || /^(text\/|application\/(json|xml|javascript|x-www-form-urlencoded))/i.test(type);
}

function respond(res: ServerResponse, result: string): void {
  const value: unknown = JSON.parse(result);
  if (!isIntegration(value)) {
    const text = typeof value === 'string' ? value : result;
    const kind = typeof value === 'string' ? 'text/plain' : 'application/json';
    sendText(res, 200, text, { 'content-type': `${kind}; charset=utf-8` });
    return;
  }
  const { statusCode, headers = {}, body = '', isBase64Encoded } = value;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const names = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  const type: Record<string, string> = names.has('content-type')
    ? {}
    : { 'content-type': 'application/json; charset=utf-8' };
  sendText(res, statusCode, isBase64Encoded ? Buffer.from(text, 'base64') : text, { ...type, ...headers });
}

function isIntegration(value: unknown): value is IntegrationResponse {
  if (value === null || typeof value !== 'object') return false;
  const { statusCode } = value as IntegrationResponse;
  return Number.isInteger(statusCode) && statusCode >= 200 && statusCode <= 599;
}
