import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Events } from '../events';
import { delivered, type Faults } from '../faults/faults';
import type { FunctionHost } from '../functions/host';
import { readBody } from '../http/body';
import { sendJson, sendText } from '../http/reply';
import type { Meter } from '../meter/meter';
import type { Store } from '../store/store';
import { badField } from './fields';
import type { MediaChecks } from './media-check';
import { miniCode, validScene } from './mini-code';
import type { WechatPath } from './paths';
import type { Phones } from './phone';
import type { PhoneCodes } from './phone-code';
import { openRates } from './rates';
import { openTokens } from './tokens';

/** Subscription message templates that the account owns: template id → title and fields with their labels. */
export type Templates = Record<string, { title: string; fields: Record<string, string> }>;

export interface WechatOptions {
  appId: string;
  appSecret: string;
  templates: Templates;
  phones: Phones;
  phoneCodes: PhoneCodes;
  mediaChecks: MediaChecks;
  pages?: string[];
  store: Store;
  host: FunctionHost;
  meter: Meter;
  faults: Faults;
  events: Events;
  now: () => number;
}

/** JSON, or a picture. */
type Answer = Record<string, unknown> | Buffer;
type Input = Record<string, unknown>;

const MESSAGES: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40004: 'invalid media type',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40066: 'invalid url',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  41030: 'invalid page',
  41001: 'access_token missing',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  44002: 'empty post data',
  45009: 'reach max api daily quota limit',
  47001: 'data format error',
  47003: 'argument invalid!',
};

function refuse(errcode: number, detail = ''): Record<string, unknown> {
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
  const rates = openRates(options.now);
  const services: Record<Exclude<WechatPath, '/cgi-bin/stable_token'>, (input: Input) => Answer> = {
    '/cgi-bin/message/subscribe/send': (input) => send(input, options),
    '/wxa/msg_sec_check': (input) => checkText(input),
    '/wxa/media_check_async': (input) => checkMedia(input, options),
    '/wxa/business/getuserphonenumber': (input) => phoneNumber(input, options),
    '/wxa/getwxacodeunlimit': (input) => codeOf(input, options),
  };

  function perform(path: string, url: URL, input: Input): Answer {
    if (!rates.admit(path)) return refuse(45009);
    if (path === '/cgi-bin/stable_token') return issueToken(input);
    const service = Object.hasOwn(services, path) ? services[path as keyof typeof services] : undefined;
    if (!service) return refuse(40066, path);
    const bad = tokens.refusal(url.searchParams.get('access_token'));
    return bad ? refuse(bad) : service(input);
  }

  function issueToken(input: Input): Answer {
    if (input.appid !== options.appId) return refuse(40013);
    if (input.secret !== options.appSecret) return refuse(40125);
    if (input.force_refresh === true && !rates.admit('stable_token?force_refresh')) return refuse(45009);
    return { ...tokens.issue(input.force_refresh === true) };
  }

  return async (req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> => {
    const [, instance, path] = /^\/wechat(?:\/i\/([^/]+))?(\/.*)$/.exec(url.pathname) ?? [];
    const struck = await options.faults.strike('wechat');
    if (struck.fail !== undefined) return sendJson(res, 200, refuse(Number(struck.fail) || -1));
    const input = await readInput(req);
    const answer = await delivered(struck, () => {
      const each = input ? perform(path ?? '/', url, input) : refuse(47001);
      if (path === '/cgi-bin/message/subscribe/send' && !Buffer.isBuffer(each) && each.errcode === 0)
        options.meter.add({ messages: 1 }, instance ? options.host.causeOf(instance) : undefined);
      return each;
    });
    await options.store.settled();
    if (struck.drop) return void res.destroy();
    if (Buffer.isBuffer(answer)) sendText(res, 200, answer, { 'content-type': 'image/png' });
    else sendJson(res, 200, answer);
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

/** Only what WeChat itself would notice before it looks at the media. */
function checkMedia(input: Input, { mediaChecks }: WechatOptions): Answer {
  const { media_url: url, media_type: type, version, openid } = input;
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) return refuse(44002, 'media_url');
  if (type !== 1 && type !== 2) return refuse(40004);
  if (version !== 2 || typeof openid !== 'string' || openid === '') return refuse(40003);
  return { errcode: 0, errmsg: 'ok', trace_id: mediaChecks.submit(url, openid) };
}

function phoneNumber(input: Input, { phoneCodes }: WechatOptions): Answer {
  const info = phoneCodes.redeem(input.code);
  return info ? { errcode: 0, errmsg: 'ok', phone_info: info } : refuse(40029);
}

function codeOf(input: Input, { pages }: WechatOptions): Answer {
  const { scene, page = '', check_path: check = true, width = 430 } = input;
  if (!validScene(scene)) return refuse(40129);
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?')) return refuse(41030);
  if (check !== false && page !== '' && pages && !pages.includes(page)) return refuse(41030);
  return miniCode(scene, page, typeof width === 'number' ? width : 430);
}
