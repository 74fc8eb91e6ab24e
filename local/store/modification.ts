import { update as mingoUpdate } from 'mingo';
import * as updateOperators from 'mingo/operators/update';
import type { Modifier } from 'mingo/updater';
import { setValue } from 'mingo/util';
import { databaseFailed, PlatformError } from '../errors';
import { type Doc, type Filter, isPlainObject } from './document';
import { kindOf, plainKind, setKind, widest } from './number-kind';
import { refuseUnsupported } from './refused';
import { checkUpdate, placeOf } from './update-check';

/** `$currentDate` would read the machine's clock; a server date reads the cloud's. `$setOnInsert` is done here. */
export const UPDATE_OPERATORS = new Set(
  [...Object.keys(updateOperators), '$setOnInsert'].filter((name) => name !== '$currentDate'),
);

/**
 * Applies MongoDB's update operators to a document that the caller owns, in place.
 * `filter` is what found it: the positional `$` needs it.
 */
export function modify(doc: Doc, modifier: Record<string, unknown>, filter: Filter): Doc {
  checkOperators(modifier);
  const { $setOnInsert: _, ...change } = modifier;
  checkUpdate(doc, change);
  const kinds = kindsBefore(doc, change);
  makeArrays(doc, change);
  const positional = JSON.stringify(change).includes('.$');
  try {
    if (isPlainChange(doc, change)) {
      changePlainly(doc, change);
      for (const settle of kinds) settle();
      return doc;
    }
    // Operands are not cloned: that would lose the kinds of their numbers, and each document becomes text at once.
    mingoUpdate(doc, change as Modifier<Doc>, [], positional ? filter : {}, { cloneMode: 'none' });
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    throw databaseFailed(error instanceof Error ? error.message : String(error));
  }
  for (const settle of kinds) settle();
  return doc;
}

type PlainChange = Partial<Record<'$set' | '$inc' | '$unset', Record<string, unknown>>>;

/** Whether it only sets, counts or removes fields, none of them inside an array: nearly every write, and no work for an engine. */
function isPlainChange(doc: Doc, change: Record<string, unknown>): change is PlainChange {
  return Object.entries(change).every(
    ([operator, fields]) =>
      (operator === '$set' || operator === '$inc' || operator === '$unset') &&
      Object.keys(fields as object).every((path) => leadsThroughObjects(doc, path)),
  );
}

function leadsThroughObjects(doc: Doc, path: string): boolean {
  const parts = path.split('.');
  if (parts.some((part) => part === '' || part.startsWith('$') || part === '__proto__')) return false;
  let holder: unknown = doc;
  for (const part of parts) {
    if (holder === undefined) return true;
    if (!isPlainObject(holder)) return false;
    holder = holder[part];
  }
  return true;
}

function changePlainly(doc: Doc, { $set = {}, $inc = {}, $unset = {} }: PlainChange): void {
  for (const [path, value] of Object.entries($set)) setValue(doc, path, value);
  for (const [path, by] of Object.entries($inc)) {
    const place = placeOf(doc, path);
    const before = place.kind === 'there' ? Number(place.value) : 0;
    setValue(doc, path, before + Number(by));
  }
  for (const path of Object.keys($unset)) {
    const place = placeOf(doc, path);
    if (place.kind === 'there') delete (place.holder as Doc)[place.key];
  }
}

/** The document an upsert makes: what the filter says is equal, then the update, `$setOnInsert` included. */
export function insertedBy(modifier: Record<string, unknown>, filter: Filter): Doc {
  const { $setOnInsert: onInsert, ...change } = modifier;
  const doc: Doc = {};
  for (const [path, condition] of Object.entries(filter)) {
    const value = isPlainObject(condition) && '$eq' in condition ? condition.$eq : condition;
    const plain = !isPlainObject(value) || !Object.keys(value)[0]?.startsWith('$');
    if (!/[.$]/.test(path) && plain && !(value instanceof RegExp)) doc[path] = value;
  }
  if (!isPlainObject(onInsert)) return modify(doc, change, {});
  return modify(modify(doc, change, {}), { $set: onInsert }, {});
}

function checkOperators(modifier: Record<string, unknown>): void {
  for (const [operator, fields] of Object.entries(modifier)) {
    if (!operator.startsWith('$'))
      throw databaseFailed(`update document must consist of operators, found '${operator}'`);
    if (!UPDATE_OPERATORS.has(operator))
      throw databaseFailed(`Unknown modifier: ${operator}. Expected a valid update modifier`);
    if (isPlainObject(fields) && '_id' in fields)
      throw databaseFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
    if (operator === '$pull') refuseUnsupported(fields);
  }
}

/** mingo takes the operand itself for an array that is not there yet, and forgets to sort and slice it. */
function makeArrays(doc: Doc, modifier: Record<string, unknown>): void {
  for (const operator of ['$push', '$addToSet'])
    for (const path of Object.keys((modifier[operator] ?? {}) as object))
      if (!path.includes('$') && placeOf(doc, path).kind === 'missing') setValue(doc, path, []);
}

/** What each plain path must do to the kind of its number once the update is made. */
function kindsBefore(doc: Doc, modifier: Record<string, unknown>): (() => void)[] {
  const after: (() => void)[] = [];
  for (const [operator, fields] of Object.entries(modifier)) {
    for (const path of Object.keys(fields as object)) {
      const settle = path.includes('$') ? undefined : kindAfter(doc, operator, fields as Doc, path);
      if (settle) after.push(settle);
    }
  }
  return after;
}

function kindAfter(doc: Doc, operator: string, fields: Doc, path: string): (() => void) | undefined {
  const operand = fields[path];
  if (operator === '$push' || operator === '$addToSet') return () => keepKinds(doc, fields, path);
  if (typeof operand !== 'number') return undefined;
  const given = kindOf(fields, path, operand);
  const before = placeOf(doc, path);
  const known =
    before.kind === 'there' && typeof before.value === 'number'
      ? { value: before.value, kind: kindOf(before.holder, before.key, before.value) }
      : undefined;
  return () => {
    const place = placeOf(doc, path);
    if (place.kind !== 'there' || typeof place.value !== 'number') return;
    const { holder, key, value } = place;
    if (operator === '$inc' || operator === '$mul') {
      const kind = widest(known?.kind ?? given, given);
      setKind(holder, key, value, kind === 'double' ? kind : widest(kind, plainKind(value)));
    } else if (operator === '$set' || known?.value !== value) {
      setKind(holder, key, value, given);
    }
  };
}

/** Numbers that were pushed keep the kind they came with. */
function keepKinds(doc: Doc, fields: Doc, path: string): void {
  const place = placeOf(doc, path);
  if (place.kind !== 'there' || !Array.isArray(place.value)) return;
  const list = place.value;
  const operand = fields[path];
  if (typeof operand === 'number') setKind(list, 0, operand, kindOf(fields, path, operand));
  const each = isPlainObject(operand) ? operand.$each : undefined;
  if (!Array.isArray(each)) return;
  for (const [n, value] of each.entries())
    if (typeof value === 'number') setKind(list, 0, value, kindOf(each, n, value));
}
