import { EJSON, ObjectId } from 'bson';
import { type Doc, isPlainObject } from './document';
import { hasKinds, kindText, setKind } from './number-kind';

/**
 * Two dialects of one notation. The SDK sends canonical EJSON (`{"$numberInt":"1"}`); the store keeps the relaxed one,
 * which the SDK's `EJSON.parse` reads as well, so that a stored text can be answered without being parsed.
 * Dates are kept as `{"$date": <ms>}`, everything else that JSON lacks as bson writes it.
 */

const DEFERRED = new Set([
  '$numberDecimal',
  '$binary',
  '$timestamp',
  '$minKey',
  '$maxKey',
  '$symbol',
  '$code',
  '$undefined',
  '$uuid',
]);

export interface DecodeOptions {
  /** What `{ $tcb_server_date: { offset } }` counts from, in ms. */
  now?: number;
}

/** Text of either dialect to JavaScript values. */
export function parse(text: string, options: DecodeOptions = {}): unknown {
  const value: unknown = JSON.parse(text);
  return text.includes('{"$') || text.includes('"$') ? decode(value, options) : value;
}

export function parseDoc(text: string): Doc {
  return parse(text) as Doc;
}

export function decode(value: unknown, options: DecodeOptions = {}): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    for (const item of value) {
      list.push(decode(item, options));
      rememberKind(list, list.length - 1, list.at(-1), item);
    }
    return list;
  }
  const source = value as Record<string, unknown>;
  const keys = Object.keys(source);
  const first = keys[0];
  if (first?.startsWith('$')) {
    const typed = decodeTyped(source, first, keys.length, options);
    if (typed !== NOT_TYPED) return typed;
  }
  const out: Record<string, unknown> = {};
  for (const key of keys) {
    const value = decode(source[key], options);
    if (key === '__proto__') Object.defineProperty(out, key, { value, enumerable: true });
    else out[key] = value;
    rememberKind(out, key, value, source[key]);
  }
  return out;
}

/** A double or long that its digits would not give away. */
function rememberKind(holder: object, key: string | number, value: unknown, source: unknown): void {
  if (typeof value !== 'number' || typeof source !== 'object' || source === null) return;
  if ('$numberDouble' in source) setKind(holder, key, value, 'double');
  else if ('$numberLong' in source) setKind(holder, key, value, 'long');
}

const NOT_TYPED = Symbol('not a typed value');

function decodeTyped(
  source: Record<string, unknown>,
  key: string,
  size: number,
  options: DecodeOptions,
): unknown {
  const inner = source[key];
  switch (key) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return size === 1 ? Number(inner) : NOT_TYPED;
    case '$date':
      return size === 1 ? decodeDate(inner) : NOT_TYPED;
    case '$oid':
      // Told at once: the SDK could not read such a document back.
      if (size === 1 && !ObjectId.isValid(String(inner)))
        throw new Error(`invalid ObjectId: ${String(inner)}`);
      return size === 1 ? new ObjectId(String(inner)) : NOT_TYPED;
    case '$regularExpression':
      return decodeRegExp(inner);
    case '$tcb_server_date': {
      const offset = isPlainObject(inner) ? Number(decode(inner.offset) ?? 0) : 0;
      return new Date((options.now ?? Date.now()) + offset);
    }
    default:
      return DEFERRED.has(key) ? (EJSON.deserialize({ value: source }) as Doc).value : NOT_TYPED;
  }
}

function decodeDate(inner: unknown): Date {
  const plain = decode(inner);
  return new Date(typeof plain === 'string' ? Date.parse(plain) : Number(plain));
}

function decodeRegExp(inner: unknown): RegExp {
  const { pattern, options } = inner as { pattern: string; options?: string };
  // `g` and `y` make JavaScript's `test` stateful and mean nothing to MongoDB.
  return new RegExp(pattern, (options ?? '').replace(/[^imsu]/g, ''));
}

/** JavaScript values to the stored text. Nearly every document is JSON as it is, and need not be copied first. */
export function stringify(value: unknown): string {
  return JSON.stringify(isJson(value) ? value : encode(value));
}

/** Whether `encode` would change nothing. */
function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (value === null || typeof value !== 'object') return true;
  if (hasKinds(value)) return false;
  if (Array.isArray(value)) return value.every(isJson);
  if (value instanceof Date || value instanceof RegExp || value instanceof ObjectId || '_bsontype' in value)
    return false;
  for (const key in value) if (!isJson(value[key as keyof typeof value])) return false;
  return true;
}

export function encode(value: unknown): unknown {
  if (typeof value === 'number') return kindText([], 0, value) ?? value;
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return { $date: value.getTime() };
  if (Array.isArray(value)) return value.map((item, n) => encodeIn(value, n, item));
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } };
  if (value instanceof ObjectId) return { $oid: value.toHexString() };
  if ('_bsontype' in value) return (EJSON.serialize({ value }, { relaxed: true }) as Doc).value;
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value))
    if (item !== undefined) out[key] = encodeIn(value, key, item);
  return out;
}

function encodeIn(holder: object, key: string | number, item: unknown): unknown {
  if (typeof item === 'number') return kindText(holder, key, item) ?? item;
  return item === undefined ? null : encode(item);
}
