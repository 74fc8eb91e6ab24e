import { ObjectId } from 'bson';
import { databaseFailed } from '../errors';
import { isPlainObject } from './document';
import { kindOf } from './number-kind';

/** https://www.mongodb.com/docs/manual/reference/operator/query/type/: numbers and aliases of BSON types. */
const CODES: Record<string, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
};
const ALIASES = new Set([...Object.values(CODES), 'number']);
const NUMBERS = new Set(['int', 'long', 'double', 'decimal']);
const WRAPPERS: Record<string, string> = { Binary: 'binData', Timestamp: 'timestamp', Decimal128: 'decimal' };

/** The BSON type of what an object or array holds under a key. */
export function typeIn(holder: object, key: string | number): string {
  const value = (holder as Record<string | number, unknown>)[key];
  switch (typeof value) {
    case 'number':
      return kindOf(holder, key, value);
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'undefined':
      return 'missing';
    default:
      return value === null ? 'null' : typeOfObject(value as object);
  }
}

function typeOfObject(value: object): string {
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  if (value instanceof ObjectId) return 'objectId';
  if ('_bsontype' in value) return WRAPPERS[String(value._bsontype)] ?? String(value._bsontype);
  return 'object';
}

/** `$type` matches the value itself and, when it is an array, any of its members. */
export function typeTest(selector: string, wanted: unknown): (doc: object) => boolean {
  const types = new Set((Array.isArray(wanted) ? wanted : [wanted]).map(typeName));
  const matches = (type: string) => types.has(type) || (types.has('number') && NUMBERS.has(type));
  const path = selector.split('.');
  return (doc) => someHolder(doc, path, 0, (holder, key) => matches(typeIn(holder, key)));
}

/** `$mod`: numbers only, without their fractions; mingo takes null for zero. */
export function modTest(selector: string, operand: unknown): (doc: object) => boolean {
  const [divisor, remainder] = (Array.isArray(operand) ? operand : []).map((each) =>
    Math.trunc(Number(each)),
  );
  if (
    !Array.isArray(operand) ||
    operand.length !== 2 ||
    !Number.isFinite(divisor) ||
    !Number.isFinite(remainder)
  )
    throw databaseFailed('malformed mod, needs to be an array of two numbers');
  if (divisor === 0) throw databaseFailed('divisor cannot be 0');
  return (doc) =>
    someHolder(doc, selector.split('.'), 0, (holder, key) => {
      const value = (holder as Record<string | number, unknown>)[key];
      // Adding zero makes one zero of two.
      return typeof value === 'number' && (Math.trunc(value) % divisor!) + 0 === remainder! + 0;
    });
}

function typeName(value: unknown): string {
  const name = CODES[String(value)] ?? String(value);
  if (!ALIASES.has(name)) throw databaseFailed(`Unknown type name alias: ${String(value)}`);
  return name;
}

/** Whether the value at a path, or a member of the array there, passes. */
function someHolder(
  value: unknown,
  path: string[],
  depth: number,
  passes: (holder: object, key: string | number) => boolean,
): boolean {
  if (Array.isArray(value)) {
    const at = Number(path[depth]);
    if (Number.isInteger(at) && at < value.length && descend(value, at, path, depth, passes)) return true;
    return value.some((member) => isPlainObject(member) && someHolder(member, path, depth, passes));
  }
  return isPlainObject(value) && descend(value, path[depth]!, path, depth, passes);
}

function descend(
  holder: object,
  key: string | number,
  path: string[],
  depth: number,
  passes: (holder: object, key: string | number) => boolean,
): boolean {
  const value = (holder as Record<string | number, unknown>)[key];
  if (depth < path.length - 1) return someHolder(value, path, depth + 1, passes);
  if (passes(holder, key)) return true;
  return Array.isArray(value) && value.some((_, n) => passes(value, n));
}
