/**
 * MongoDB keeps int, long and double apart; JavaScript has one number. A number whose kind cannot be read off its value
 * (a double with an integer's value, a long that fits an int) is remembered beside the object or array that holds it.
 */
export type NumberKind = 'int' | 'long' | 'double';

const kinds = new WeakMap<object, Map<string, NumberKind>>();

const INT_MAX = 2 ** 31;
const LONG_MAX = 2 ** 63;

/** What a number is when nothing else is known: as the SDK's EJSON writes it. */
export function plainKind(value: number): NumberKind {
  if (!Number.isInteger(value) || Object.is(value, -0)) return 'double';
  if (value >= -INT_MAX && value < INT_MAX) return 'int';
  return value >= -LONG_MAX && value < LONG_MAX ? 'long' : 'double';
}

/** Members of an array change places, so there the kind belongs to the value. */
function slot(holder: object, key: string | number, value: number): string {
  return Array.isArray(holder) ? String(value) : String(key);
}

export function kindOf(holder: object, key: string | number, value: number): NumberKind {
  if (!Number.isInteger(value)) return 'double';
  return kinds.get(holder)?.get(slot(holder, key, value)) ?? plainKind(value);
}

export function setKind(holder: object, key: string | number, value: number, kind: NumberKind): void {
  const known = kinds.get(holder);
  const at = slot(holder, key, value);
  if (kind === plainKind(value)) known?.delete(at);
  else if (known) known.set(at, kind);
  else kinds.set(holder, new Map([[at, kind]]));
}

/** Whether a member's kind is not told by its digits. */
export function hasKinds(holder: object): boolean {
  return (kinds.get(holder)?.size ?? 0) > 0;
}

/** The text of a number whose kind its digits do not tell; `undefined` when they do. */
export function kindText(holder: object, key: string | number, value: number): object | undefined {
  if (!Number.isFinite(value)) return { $numberDouble: String(value) };
  if (Object.is(value, -0)) return { $numberDouble: '-0.0' };
  const kind = kindOf(holder, key, value);
  if (kind === plainKind(value)) return undefined;
  if (kind === 'double') return { $numberDouble: Number.isInteger(value) ? `${value}.0` : String(value) };
  return kind === 'long' ? { $numberLong: String(value) } : { $numberInt: String(value) };
}

/** Arithmetic keeps the wider kind. */
export function widest(a: NumberKind, b: NumberKind): NumberKind {
  if (a === 'double' || b === 'double') return 'double';
  return a === 'long' || b === 'long' ? 'long' : 'int';
}

/** For a copy of an object with the same keys. */
export function copyKinds<T extends object>(from: object, to: T): T {
  const known = kinds.get(from);
  if (known) kinds.set(to, new Map(known));
  return to;
}
