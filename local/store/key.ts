import { ObjectId } from 'bson';
import { stringify } from './ejson';

/**
 * Values as SQLite compares them, in BSON's order of types
 * (https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/): null, numbers, strings and then, as blobs
 * that begin with their rank, objects, arrays, ids, booleans, dates and regular expressions.
 * SQLite orders numbers < text < blobs by itself, which does most of the work.
 */
export type Key = number | string | Buffer;

/** Null and missing: lower than every number, and unlike SQL's NULL equal to itself. */
export const NULL_KEY = Number.NEGATIVE_INFINITY;
export const FIRST_STRING = '';
export const FIRST_BLOB = Buffer.alloc(0);

const RANK = { object: 3, array: 4, other: 5, objectId: 7, boolean: 8, date: 9, regexp: 11 } as const;
const DATE_BIAS = 2 ** 52;

export function keyOf(value: unknown): Key {
  switch (typeof value) {
    case 'number':
      return Number.isNaN(value) || value === Number.NEGATIVE_INFINITY ? -Number.MAX_VALUE : value;
    case 'string':
      return textKey(value);
    case 'boolean':
      return Buffer.from([RANK.boolean, value ? 1 : 0]);
    case 'undefined':
      return NULL_KEY;
    default:
      return value === null ? NULL_KEY : keyOfObject(value as object);
  }
}

/** SQLite's text ends at NUL: it and its neighbour are written as pairs, which keeps strings apart and in order. */
export function textKey(text: string): string {
  if (!text.includes('\x00') && !text.includes('\x01')) return text;
  return text.replaceAll('\x01', '\x01\x02').replaceAll('\x00', '\x01\x01');
}

function keyOfObject(value: object): Key {
  if (value instanceof Date) return dateKey(value.getTime());
  if (value instanceof ObjectId) return Buffer.concat([Buffer.from([RANK.objectId]), value.id]);
  if (value instanceof RegExp) return tagged(RANK.regexp, String(value));
  if (Array.isArray(value)) return tagged(RANK.array, stringify(value));
  return tagged('_bsontype' in value ? RANK.other : RANK.object, stringify(value));
}

function tagged(rank: number, text: string): Buffer {
  return Buffer.concat([Buffer.from([rank]), Buffer.from(text)]);
}

function dateKey(ms: number): Buffer {
  const key = Buffer.alloc(9);
  key[0] = RANK.date;
  const biased = (Number.isNaN(ms) ? 0 : ms) + DATE_BIAS;
  key.writeUInt32BE(Math.floor(biased / 2 ** 32), 1);
  key.writeUInt32BE(biased % 2 ** 32, 5);
  return key;
}

/** Whether equality of keys is equality of values, so that no second look at the document is needed. */
export function isExactKey(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && value !== -Number.MAX_VALUE;
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    value instanceof Date ||
    value instanceof ObjectId
  );
}

/** Whether an index entry stands for the value by itself; arrays and sub-documents are compared on the document. */
export function isIndexable(value: unknown): boolean {
  return value === null || isExactKey(value) || typeof value === 'number';
}

/** One range of a type: comparisons never cross types in MongoDB. Upper bounds are exclusive. */
export function typeBounds(value: unknown): { from: Key; fromInclusive: boolean; to: Key } {
  if (typeof value === 'number') return { from: NULL_KEY, fromInclusive: false, to: FIRST_STRING };
  if (typeof value === 'string') return { from: FIRST_STRING, fromInclusive: true, to: FIRST_BLOB };
  const rank = (keyOf(value) as Buffer)[0]!;
  return { from: Buffer.from([rank]), fromInclusive: true, to: Buffer.from([rank + 1]) };
}

/** A map key for an index key: blobs by content. */
export function keyText(key: Key): string {
  if (typeof key === 'string') return `s${key}`;
  return typeof key === 'number' ? `n${key}` : `b${key.toString('hex')}`;
}
