import type { ServerResponse } from 'node:http';
import type { Cloud, Handler } from '../cloud';
import { readJson } from '../http/body';
import { Refusal, sendJson, sendText } from '../http/reply';
import { castOf } from './cast';
import { agreeToMessages } from './consents';
import { nextDeadline } from './deadline';
import { findPeople, readSearch } from './directory';
import { entryPage, readEntry } from './enter';
import { login, loginInput } from './login';
import type { Scale } from './scale';

export interface DemoDoors {
  scale: Scale;
  templates: readonly string[];
  /** Where the H5 build is served on the first origin; on the phones' it is `/`. */
  app: string;
}

/** The doors that know the product's people: who there is, signing in as one of them, what falls due next. */
export function openDemoDoors(cloud: Cloud, { scale, templates, app }: DemoDoors): void {
  const { store } = cloud;
  cloud.route(
    '/_local/people',
    only('GET', (_req, res, url) => tell(res, findPeople(store, readSearch(url.searchParams)))),
  );
  cloud.route(
    '/_local/login',
    only('POST', async (req, res) => tell(res, await login(cloud, (await readJson(req, loginInput)).person))),
  );
  cloud.route(
    '/_local/enter',
    only('GET', async (req, res, url) => {
      const entry = readEntry(url.searchParams);
      const session = await login(cloud, entry.person);
      agreeToMessages(cloud, session.openid, templates);
      const base = req.socket.localPort === cloud.port ? app : '/';
      sendText(res, 200, entryPage(entry, session, base), {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      });
    }),
  );
  cloud.route(
    '/_local/cast',
    only('GET', (_req, res, url) =>
      tell(res, {
        scale,
        cast: castOf(store, url.searchParams.get('around') || undefined),
        phones: cloud.origins.slice(1),
        templates,
      }),
    ),
  );
  cloud.route(
    '/_local/next-deadline',
    only('GET', (_req, res, url) =>
      tell(res, { next: nextDeadline(store, url.searchParams, cloud.clock.now()) }),
    ),
  );
}

function tell(res: ServerResponse, body: unknown): void {
  sendJson(res, 200, body, { 'cache-control': 'no-store' });
}

function only(method: string, handler: Handler): Handler {
  return (req, res, url) => {
    if (req.method === method) return handler(req, res, url);
    throw new Refusal(405, 'METHOD_NOT_ALLOWED', { zh: `只支持 ${method}`, en: `Allowed: ${method}` });
  };
}
