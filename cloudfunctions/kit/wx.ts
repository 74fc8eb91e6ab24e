import type { TemplateName } from '../../domain/notice/kinds';
import type { TemplateData } from '../../domain/notice/template';

/** Where WeChat's HTTPS API lives; the embedded cloud puts its stand-in here. */
const BASE = process.env.WX_API_BASE ?? 'https://api.weixin.qq.com';
const TIMEOUT_MS = 2_000;
/** After WeChat could not be reached, nobody waits for it again for this long. */
const REST_MS = 30_000;
/** The token is asked for anew this long before it ends. */
const MARGIN_MS = 60_000;
/** Token no longer valid: fetch a new one and try once more. */
const STALE_TOKEN = [40001, 42001];

export interface WxAnswer {
  errcode?: number;
  errmsg?: string;
}

let restUntil = 0;
let token: { value: string; until: number } | undefined;

/** Ids of the subscription message templates registered for this mini program, by our name. */
export function templateId(name: TemplateName): string | undefined {
  const ids = JSON.parse(process.env.WX_TEMPLATES ?? '{}') as Partial<Record<TemplateName, string>>;
  return ids[name];
}

export interface SubscribeMessage {
  touser: string;
  template_id: string;
  page: string;
  data: TemplateData;
}

/** WeChat was not asked, or said so before it took the message: nothing can have arrived. */
export class NotSent extends Error {}

/**
 * Sends one subscription message; one consent of the person is one message.
 * @returns 0 when sent, else WeChat's errcode (43101 no consent left, 47003 bad field, 40003, 40037 …)
 * @throws NotSent when WeChat could not be asked; any other Error when the answer was lost and it may have arrived
 */
export async function sendSubscribeMessage(message: SubscribeMessage): Promise<number> {
  const answer = await askWx<WxAnswer>('/cgi-bin/message/subscribe/send', { ...message, lang: 'zh_CN' });
  return answer.errcode ?? 0;
}

/**
 * One call of WeChat's HTTPS API under a valid token.
 * @throws NotSent when WeChat could not be asked; any other Error when the answer was lost
 */
export async function askWx<T extends WxAnswer>(path: string, body: object): Promise<T> {
  const under = (value: string) => post<T>(`${path}?access_token=${encodeURIComponent(value)}`, body);
  const answer = await under(await askToken());
  return STALE_TOKEN.includes(answer.errcode ?? 0) ? under(await askToken(true)) : answer;
}

async function askToken(force = false): Promise<string> {
  try {
    return await accessToken(force);
  } catch (error) {
    throw new NotSent(error instanceof Error ? error.message : 'no token');
  }
}

/**
 * A mini program code to scan: PNG or JPEG, whatever WeChat draws.
 * @param scene at most 32 visible characters; the page finds it in its options
 * @throws Error when WeChat cannot be reached or refuses
 */
async function miniCode(page: string, scene: string): Promise<{ type: string; bytes: Buffer }> {
  const first = await drawCode(page, scene, await accessToken());
  const drawn = typeof first === 'number' ? await drawCode(page, scene, await accessToken(true)) : first;
  if (typeof drawn === 'number') throw new Error(`getwxacodeunlimit: ${drawn}`);
  return drawn;
}

/** The same as a data address, or nothing while WeChat cannot be reached: its letters are enough then. */
export async function codePicture(page: string, scene: string): Promise<string | undefined> {
  try {
    const { type, bytes } = await miniCode(page, scene);
    return `data:${type};base64,${bytes.toString('base64')}`;
  } catch (error) {
    console.error('[code]', page, error);
    return undefined;
  }
}

/** The picture, or the errcode when the token is stale. */
async function drawCode(page: string, scene: string, value: string) {
  const path = `/wxa/getwxacodeunlimit?access_token=${encodeURIComponent(value)}`;
  // Without the check the code can be drawn before the page is published.
  const response = await request(path, { page, scene, check_path: false, width: 280 });
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('image/')) return { type, bytes: Buffer.from(await response.arrayBuffer()) };
  const { errcode = -1, errmsg } = (await response.json()) as WxAnswer;
  if (STALE_TOKEN.includes(errcode)) return errcode;
  throw new Error(`getwxacodeunlimit: ${errcode} ${errmsg}`);
}

async function accessToken(force = false): Promise<string> {
  const at = Date.now();
  if (!force && token && at < token.until) return token.value;
  const answer = await post<WxAnswer & { access_token?: string; expires_in?: number }>(
    '/cgi-bin/stable_token',
    {
      grant_type: 'client_credential',
      appid: process.env.WX_APPID,
      secret: process.env.WX_APPSECRET,
    },
  );
  if (!answer.access_token) throw new Error(`stable_token: ${answer.errcode} ${answer.errmsg}`);
  token = { value: answer.access_token, until: at + (answer.expires_in ?? 7200) * 1000 - MARGIN_MS };
  return token.value;
}

async function post<T>(path: string, body: object): Promise<T> {
  return (await (await request(path, body)).json()) as T;
}

async function request(path: string, body: object): Promise<Response> {
  if (Date.now() < restUntil) throw new NotSent('WeChat could not be reached a moment ago');
  const response = await fetch(`${BASE}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    restUntil = Date.now() + REST_MS;
    throw isRefusedConnection(error) ? new NotSent('WeChat cannot be reached') : error;
  });
  if (!response.ok) throw new Error(`${path.split('?')[0]}: HTTP ${response.status}`);
  return response;
}

function isRefusedConnection(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return (
    cause instanceof Error && 'code' in cause && (cause.code === 'ECONNREFUSED' || cause.code === 'ENOTFOUND')
  );
}
