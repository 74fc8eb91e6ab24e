import * as z from 'zod';
import en from 'zod/v4/locales/en.js';
import zhCN from 'zod/v4/locales/zh-CN.js';
import { commandId } from '../../domain/contract/fields';
import { Refusal } from '../../domain/error/refusal';

export interface Envelope {
  id?: string | undefined;
  action: string;
  input: unknown;
}

/** A call is small: photos are compressed to 300 kB before they travel. */
const MOST_BYTES = 1024 * 1024;

const envelope = z.object({
  id: commandId.optional(),
  action: z.string().min(1).max(40),
  input: z.unknown().optional(),
});

/** @throws Refusal TOO_LARGE, BAD_JSON, BAD_INPUT with the field's path */
export function parseEnvelope(body: unknown): Envelope {
  const { id, action, input } = check(envelope, typeof body === 'string' ? parseJson(body) : body, []);
  return { id, action, input: input ?? {} };
}

/** @throws Refusal BAD_INPUT, its path counted from the input's root, `entries.2.household` */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  return check(schema, input, []);
}

function parseJson(body: string): unknown {
  if (Buffer.byteLength(body) > MOST_BYTES) throw new Refusal('TOO_LARGE');
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal('BAD_JSON');
  }
}

function check<S extends z.ZodType>(schema: S, value: unknown, above: PropertyKey[]): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (!issue) throw new Refusal('BAD_INPUT');
  const stray = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...above, ...issue.path, ...stray].join('.');
  throw new Refusal('BAD_INPUT', {
    path,
    words: { zh: `${path}：${say(issue, 'zh')}`, en: `${path}: ${say(issue, 'en')}` },
  });
}

const LOCALES = { zh: zhCN().localeError, en: en().localeError };

function say(issue: z.core.$ZodIssue, language: keyof typeof LOCALES): string {
  if (issue.code === 'custom') return String(issue.params?.[language] ?? issue.message);
  const said = LOCALES[language](issue as z.core.$ZodRawIssue);
  return (typeof said === 'string' ? said : said?.message) ?? issue.message;
}
