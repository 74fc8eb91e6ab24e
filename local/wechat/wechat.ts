import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Events } from '../events';
import type { Faults } from '../faults/faults';
import type { FunctionHost } from '../functions/host';
import { readBody } from '../http/body';
import { sendJson } from '../http/reply';
import type { Meter } from '../meter/meter';
import type { Store } from '../store/store';
import { badField } from './fields';
import type { Phones } from './phone';
import { openTokens } from './tokens';

/** Subscription message templates that the account owns: template id → title and fields with their labels. */
export type Templates = Record<string, { title: string; fields: Record<string, string> }>;

export interface WechatOptions {
  appId: string;
  appSecret: string;
  templates: Templates;
  phones: Phones;
  store: Store;
  host: FunctionHost;
  meter: Meter;
  faults: Faults;
  events: Events;
  now: () => number;
}

type Answer = Record<string, unknown>;
type Input = Record<string, unknown>;

const MESSAGES: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40037: 'invalid template_id',
  40066: 'invalid url',
  40125: 'invalid appsecret',
  41001: 'access_token missing',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  44002: 'empty post data',
  47001: 'data format error',
  47003: 'argument invalid!',
};

function refuse(errcode: number, detail = ''): Answer {
  return {
    errcode,
    errmsg: `${MESSAGES[errcode] ?? 'error'}${detail ? ` ${detail}` : ''} rid: ${randomUUID().slice(0, 8)}`,
  };
}

/**
 * A stand-in for https://api.weixin.qq.com below `/wechat` (and `/wechat/i/<instance>`, which tells the meter whose
 * call it is). Same paths, same bodies, same errcodes.
 */
export function wechat(options: WechatOptions) {
  const tokens = openTokens(options.now);
  const services: Record<string, (input: Input) => Answer> = {
    '/cgi-bin/message/subscribe/send': (input) => send(input, options),
    '/wxa/msg_sec_check': (input) => checkText(input),
  };

  function perform(path: string, url: URL, input: Input): Answer {
    if (path === '/cgi-bin/stable_token') return issueToken(input);
    const service = services[path];
    if (!service) return refuse(40066, path);
    const bad = tokens.refusal(url.searchParams.get('access_token'));
    return bad ? refuse(bad) : service(input);
  }

  function issueToken(input: Input): Answer {
    if (input.appid !== options.appId) return refuse(40013);
    if (input.secret !== options.appSecret) return refuse(40125);
    return tokens.issue(input.force_refresh === true);
  }

  return async (req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> => {
    const [, instance, path] = /^\/wechat(?:\/i\/([^/]+))?(\/.*)$/.exec(url.pathname) ?? [];
    const struck = await options.faults.strike('wechat');
    if (struck.fail !== undefined) return sendJson(res, 200, refuse(Number(struck.fail) || -1));
    const input = await readInput(req);
    const answer = input ? perform(path ?? '/', url, input) : refuse(47001);
    if (path === '/cgi-bin/message/subscribe/send' && answer.errcode === 0) {
      options.meter.add({ messages: 1 }, instance ? options.host.causeOf(instance) : undefined);
    }
    await options.store.settled();
    if (struck.drop) return void res.destroy();
    sendJson(res, 200, answer);
  };
}

async function readInput(req: IncomingMessage): Promise<Input | undefined> {
  try {
    const text = (await readBody(req, 1024 * 1024)).toString('utf8');
    const value: unknown = text === '' ? {} : JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Input)
      : undefined;
  } catch {
    return undefined;
  }
}

function send(input: Input, { templates, phones, now, events }: WechatOptions): Answer {
  const { touser, template_id: template, page, data } = input;
  if (typeof touser !== 'string' || !/^[\w-]{4,64}$/.test(touser)) return refuse(40003);
  const known = typeof template === 'string' ? templates[template] : undefined;
  if (!known || typeof template !== 'string') return refuse(40037);
  if (data === null || typeof data !== 'object') return refuse(47003, 'data');
  const values = data as Record<string, { value?: unknown }>;
  const bad = badField(known.fields, values);
  if (bad) return refuse(47003, `data.${bad}.value invalid`);
  if (!phones.spend(touser, template)) return refuse(43101);
  const fields = Object.entries(known.fields).map(([name, label]) => ({
    name,
    label,
    value: String(values[name]!.value),
  }));
  const message = {
    id: randomUUID(),
    openid: touser,
    template,
    title: known.title,
    page: typeof page === 'string' ? page : '',
    fields,
    at: now(),
  };
  phones.deliver(message);
  events.emit({ type: 'message', message });
  return { errcode: 0, errmsg: 'ok', msgid: Math.floor(Math.random() * 2 ** 40) };
}

/** Version 2 of the text check: no judgement of its own, a word that marks a text as risky. */
function checkText(input: Input): Answer {
  const { content, version, openid } = input;
  if (typeof content !== 'string' || content === '') return refuse(44002);
  if (version !== 2 || typeof openid !== 'string') return refuse(40003);
  if ([...content].length > 2500) return refuse(47003, 'content');
  const risky = content.includes('违规');
  const result = { suggest: risky ? 'risky' : 'pass', label: risky ? 20001 : 100 };
  return {
    errcode: 0,
    errmsg: 'ok',
    result,
    detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
    trace_id: randomUUID(),
  };
}
