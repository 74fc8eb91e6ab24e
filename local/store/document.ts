/** A document as the store hands it out: JavaScript values, dates as `Date`, ids of MongoDB's kind as bson `ObjectId`. */
export type Doc = Record<string, unknown>;

/** A filter in MongoDB's query language, already decoded from EJSON. */
export type Filter = Record<string, unknown>;

/** `1` ascending, `-1` descending, in order of significance. */
export type SortSpec = Record<string, 1 | -1>;

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== 'object') return false;
  // Not compared with Object.prototype: an object may come from another realm, such as a worker or a test.
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === null || Object.getPrototypeOf(proto) === null;
}

/** An operator object such as `{ $gt: 1 }`, as opposed to a sub-document such as `{ a: 1 }`. */
export function isOperatorObject(value: unknown): value is Record<string, unknown> {
  if (!isPlainObject(value)) return false;
  const first = Object.keys(value)[0];
  return first?.startsWith('$') ?? false;
}
