import { type Filter, isOperatorObject } from './document';
import { isExactKey, isIndexable, type Key, keyOf, keyText, NULL_KEY, textKey, typeBounds } from './key';

export interface Bound {
  key: Key;
  inclusive: boolean;
}

/** What an index can answer about one field. `exact`: the keys say all there is to say, arrays apart. */
export interface Predicate {
  oneOf?: Key[];
  from?: Bound;
  to?: Bound;
  exact: boolean;
  /** Both bounds were given: in an array each may be met by another member, so an index over arrays uses one of them. */
  merged?: boolean;
}

export interface Predicates {
  fields: Map<string, Predicate>;
  /** True when `fields` says the whole filter; otherwise each candidate document is tested as well. */
  complete: boolean;
}

/** Takes from a filter what indexes can serve. The rest is left to the second look at the documents. */
export function predicatesOf(filter: Filter): Predicates {
  const out: Predicates = { fields: new Map(), complete: true };
  readFilter(filter, out);
  return out;
}

function readFilter(filter: Filter, out: Predicates): void {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) readFilter(part as Filter, out);
    } else if (key.startsWith('$')) {
      out.complete = false;
    } else {
      readCondition(key, condition, out);
    }
  }
}

function readCondition(path: string, condition: unknown, out: Predicates): void {
  if (condition instanceof RegExp) {
    out.complete = false;
    addPrefix(path, condition, out);
  } else if (isOperatorObject(condition)) {
    for (const [operator, operand] of Object.entries(condition))
      readOperator(path, operator, operand, condition, out);
  } else {
    readOperator(path, '$eq', condition, {}, out);
  }
}

function readOperator(
  path: string,
  operator: string,
  operand: unknown,
  all: Record<string, unknown>,
  out: Predicates,
): void {
  switch (operator) {
    case '$eq':
      if (operand instanceof RegExp || !isIndexable(operand)) out.complete = false;
      else narrow(path, { oneOf: [keyOf(operand)], exact: isExactKey(operand) }, out);
      return;
    case '$in':
      if (!Array.isArray(operand) || !operand.every(isIndexable)) out.complete = false;
      else narrow(path, { oneOf: distinct(operand.map(keyOf)), exact: operand.every(isExactKey) }, out);
      return;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      if (isExactKey(operand)) narrow(path, range(operator, operand), out);
      else out.complete = false;
      return;
    case '$regex':
      out.complete = false;
      if (all.$options === undefined || all.$options === '') addPrefix(path, operand, out);
      return;
    default:
      out.complete = false;
  }
}

function range(operator: '$gt' | '$gte' | '$lt' | '$lte', operand: unknown): Predicate {
  const type = typeBounds(operand);
  const key = keyOf(operand);
  if (operator === '$gt' || operator === '$gte') {
    return {
      from: { key, inclusive: operator === '$gte' },
      to: { key: type.to, inclusive: false },
      exact: true,
    };
  }
  return {
    from: { key: type.from, inclusive: type.fromInclusive },
    to: { key, inclusive: operator === '$lte' },
    exact: true,
  };
}

/** `^abc` begins with "abc": a range of strings. Anything cleverer is left to the documents. */
function addPrefix(path: string, pattern: unknown, out: Predicates): void {
  const source = pattern instanceof RegExp ? pattern.source : pattern;
  if (typeof source !== 'string' || (pattern instanceof RegExp && /[im]/.test(pattern.flags))) return;
  const literal = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[-.*+?()[\]{}|^$/\\])+)/.exec(source);
  if (!literal || source.includes('|')) return;
  let prefix = literal[1]!;
  // In `^ab?c` and `^ab*c` the last literal character is optional.
  if (/^[?*{]/.test(source.slice(literal[0].length))) prefix = prefix.replace(/\\?.$/u, '');
  const start = textKey(prefix.replace(/\\(.)/g, '$1'));
  if (start === '') return;
  narrow(
    path,
    {
      from: { key: start, inclusive: true },
      to: { key: `${start}\u{10ffff}`, inclusive: true },
      exact: false,
    },
    out,
  );
}

/**
 * Two conditions on one field: an equality is kept beside a range only by testing the documents, and of two bounds of
 * the same kind the first is kept. Arrays make more than that wrong (each bound may be met by another member).
 */
function narrow(path: string, next: Predicate, out: Predicates): void {
  const known = out.fields.get(path);
  if (!known) {
    out.fields.set(path, next);
    return;
  }
  if (known.oneOf || next.oneOf) {
    out.complete = false;
    out.fields.set(path, known.oneOf ? known : next);
    return;
  }
  const merged = mergeRanges(known, next);
  if (merged) out.fields.set(path, merged);
  else out.complete = false;
}

/** `>= a` and `< b` of one type make one range; the bounds of the type itself give way to given ones. */
function mergeRanges(a: Predicate, b: Predicate): Predicate | undefined {
  const lower = givenLower(a) && !givenLower(b) ? a : !givenLower(a) && givenLower(b) ? b : undefined;
  const upper = givenUpper(a) && !givenUpper(b) ? a : !givenUpper(a) && givenUpper(b) ? b : undefined;
  if (!lower || !upper || lower === upper || typeof lower.from!.key !== typeof upper.to!.key)
    return undefined;
  return { from: lower.from, to: upper.to, exact: a.exact && b.exact, merged: true };
}

function givenLower(predicate: Predicate): boolean {
  const key = predicate.from?.key;
  return key !== undefined && key !== NULL_KEY && key !== '' && !(Buffer.isBuffer(key) && key.length === 1);
}

function givenUpper(predicate: Predicate): boolean {
  const key = predicate.to?.key;
  return key !== undefined && key !== '' && !(Buffer.isBuffer(key) && key.length <= 1);
}

function distinct(keys: Key[]): Key[] {
  return [...new Map(keys.map((key) => [keyText(key), key])).values()];
}
