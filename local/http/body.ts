import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { Refusal } from './reply';

export function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // The rest is read and forgotten, so that the refusal reaches a caller who is still sending.
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
    });
    req.on('end', () => {
      if (size <= limit) resolve(Buffer.concat(chunks));
      else reject(tooLarge(limit));
    });
    req.on('error', reject);
    req.on('aborted', () => reject(new Error('the caller went away')));
  });
}

function tooLarge(limit: number): Refusal {
  const megabytes = Math.round(limit / 1024 / 1024);
  return new Refusal(413, 'BODY_TOO_LARGE', {
    zh: `请求内容超过 ${megabytes} MB`,
    en: `The body is over ${megabytes} MB`,
  });
}

/** The body as JSON that fits `schema`, or a refusal that names the field. */
export async function readJson<T>(
  req: IncomingMessage,
  schema: z.ZodType<T>,
  limit = 1024 * 1024,
): Promise<T> {
  const text = (await readBody(req, limit)).toString('utf8');
  let value: unknown;
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new Refusal(400, 'INVALID_JSON', {
      zh: '请求内容不是有效的 JSON',
      en: 'The body is not valid JSON',
    });
  }
  return conform(value, schema);
}

export function conform<T>(value: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const path = issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(',') : '');
  throw new Refusal(
    400,
    'INVALID_INPUT',
    { zh: `输入有误：${path || '请求内容'}`, en: `Invalid input at ${path || 'the body'}: ${issue.message}` },
    path || undefined,
  );
}
