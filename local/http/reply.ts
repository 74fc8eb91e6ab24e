import type { ServerResponse } from 'node:http';

export interface Words {
  zh: string;
  en: string;
}

export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  sendText(res, status, JSON.stringify(body), {
    'content-type': 'application/json; charset=utf-8',
    ...headers,
  });
}

export function sendText(
  res: ServerResponse,
  status: number,
  text: string | Buffer,
  headers: Record<string, string> = {},
): void {
  if (res.writableEnded || res.destroyed) return;
  res.writeHead(status, { 'content-length': String(Buffer.byteLength(text)), ...headers });
  res.end(text);
}

/** A typed refusal of a door: nothing has changed, and the code says what to do about it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly words: Words,
    readonly path?: string,
  ) {
    super(`${code}: ${words.en}`);
    this.name = 'Refusal';
  }
}

export function sendRefusal(res: ServerResponse, refusal: Refusal): void {
  const { code, words, path } = refusal;
  sendJson(res, refusal.status, { ok: false, error: { code, message: words, ...(path ? { path } : {}) } });
}
