import { databaseFailed } from '../errors';
import { type Doc, isPlainObject } from './document';
import { stringify } from './ejson';
import { typeIn } from './type-operator';

/** Where an update path leads in a document. */
export type Place =
  | { kind: 'there'; holder: object; key: string; value: unknown }
  | { kind: 'missing' }
  /** A part of the path is neither an object nor an array with that member: nothing can be made below it. */
  | { kind: 'blocked'; part: string; element: string };

export function placeOf(doc: Doc, path: string): Place {
  const parts = path.split('.');
  let holder: object = doc;
  for (const [n, part] of parts.entries()) {
    const inArray = Array.isArray(holder);
    if (inArray && !/^\d+$/.test(part)) return blocked(parts, n, holder);
    const value = (holder as Record<string, unknown>)[part];
    if (value === undefined) return { kind: 'missing' };
    if (n === parts.length - 1) return { kind: 'there', holder, key: part, value };
    if (!isPlainObject(value) && !Array.isArray(value)) return blocked(parts, n + 1, value);
    holder = value;
  }
  return { kind: 'missing' };
}

function blocked(parts: string[], at: number, value: unknown): Place {
  return { kind: 'blocked', part: parts[at]!, element: `{${parts[at - 1]}: ${stringify(value ?? null)}}` };
}

type Check = (doc: Doc, path: string, operand: unknown) => void;

const numeric =
  (operator: '$inc' | '$mul', verb: string): Check =>
  (doc, path, operand) => {
    if (typeof operand !== 'number')
      throw databaseFailed(`Cannot ${verb} with non-numeric argument: {${path}: ${stringify(operand)}}`);
    const place = creatable(doc, path);
    if (place.kind === 'there' && typeof place.value !== 'number')
      throw databaseFailed(
        `Cannot apply ${operator} to a value of non-numeric type. {_id: ${stringify(doc._id ?? null)}} has the field '${path}' of non-numeric type ${typeIn(place.holder, place.key)}`,
      );
  };

/** MongoDB's refusals by operator; mingo leaves such documents silently as they are. */
const CHECKS: Record<string, Check> = {
  $set: creatable,
  $min: creatable,
  $max: creatable,
  $inc: numeric('$inc', 'increment'),
  $mul: numeric('$mul', 'multiply'),
  $bit(doc, path) {
    const place = creatable(doc, path);
    if (place.kind === 'there' && !Number.isInteger(place.value))
      throw databaseFailed(
        `Cannot apply $bit to a value of non-integral type. _id: ${stringify(doc._id ?? null)} has the field ${path} of non-integer type ${typeIn(place.holder, place.key)}`,
      );
  },
  $push: (doc, path) =>
    arrayOrMissing(
      creatable(doc, path),
      (type) => `The field '${path}' must be an array but is of type ${type}`,
    ),
  $addToSet: (doc, path) =>
    arrayOrMissing(
      creatable(doc, path),
      (type) => `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${type}`,
    ),
  $pull: (doc, path) => arrayOrMissing(placeOf(doc, path), () => 'Cannot apply $pull to a non-array value'),
  $pullAll(doc, path, operand) {
    if (!Array.isArray(operand)) throw databaseFailed('$pullAll requires an array argument');
    arrayOrMissing(placeOf(doc, path), () => 'Cannot apply $pull to a non-array value');
  },
  $pop: (doc, path) =>
    arrayOrMissing(
      placeOf(doc, path),
      (type) => `Path '${path}' contains an element of non-array type '${type}'`,
    ),
  $rename(_doc, path, operand) {
    if (operand === path)
      throw databaseFailed(`The source and target field for $rename must differ: ${path}: "${path}"`);
  },
};

function creatable(doc: Doc, path: string): Place {
  const place = placeOf(doc, path);
  if (place.kind === 'blocked')
    throw databaseFailed(`Cannot create field '${place.part}' in element ${place.element}`);
  return place;
}

function arrayOrMissing(place: Place, words: (type: string) => string): void {
  if (place.kind === 'there' && !Array.isArray(place.value))
    throw databaseFailed(words(typeIn(place.holder, place.key)));
}

/** Throws what MongoDB would; positional paths (`$`) are left to mingo. */
export function checkUpdate(doc: Doc, modifier: Record<string, unknown>): void {
  for (const [operator, fields] of Object.entries(modifier)) {
    if (!isPlainObject(fields))
      throw databaseFailed(`Modifiers operate on fields but we found another type for ${operator}`);
    for (const [path, operand] of Object.entries(fields))
      if (!path.includes('$')) CHECKS[operator]?.(doc, path, operand);
  }
}
