import { databaseFailed } from '../errors';
import { Query } from './dialect';
import { type Doc, isPlainObject } from './document';
import { parseDoc, stringify } from './ejson';
import { copyKinds } from './number-kind';
import { refuseUnsupported } from './refused';
import { placeOf } from './update-check';

export type Projection = Record<string, unknown>;

/** `field()` of the SDK: `{ a: 1 }`, `{ a: 0 }`, `{ list: { $slice: 3 } }`, `{ list: { $elemMatch: … } }`. */
export function project(doc: Doc, projection: Projection): Doc {
  refuseUnsupported(projection);
  const { slices, rest } = apart(projection);
  if (slices.length === 0 && isPlain(rest)) return picked(doc, rest);
  const shown = projectRest(
    doc,
    rest,
    slices.map(([path]) => path),
  );
  for (const [path, slice] of slices) cut(shown, path, slice);
  return shown;
}

/** Whole fields asked for by name, which is nearly always: MongoDB's engine is not needed for it. */
function isPlain(projection: Projection): boolean {
  const asked = Object.entries(projection).filter(([path]) => path !== '_id');
  return (
    asked.length > 0 && asked.every(([path, shape]) => !path.includes('.') && (shape === 1 || shape === true))
  );
}

function picked(doc: Doc, { _id = 1, ...asked }: Projection): Doc {
  const wanted = _id === 0 || _id === false ? asked : { _id, ...asked };
  const shown = Object.keys(wanted).flatMap((key) => (Object.hasOwn(doc, key) ? [[key, doc[key]]] : []));
  return copyKinds(doc, Object.fromEntries(shown) as Doc);
}

function apart(projection: Projection): { slices: [path: string, slice: unknown][]; rest: Projection } {
  const slices: [string, unknown][] = [];
  const rest: Projection = {};
  for (const [path, shape] of Object.entries(projection)) {
    if (isPlainObject(shape) && '$slice' in shape) slices.push([path, shape.$slice]);
    else rest[path] = shape;
  }
  return { slices, rest };
}

/** `$slice` alone shows the other fields too; beside fields that are asked for it is one of them. */
function projectRest(doc: Doc, rest: Projection, sliced: string[]): Doc {
  if (Object.keys(rest).length === 0) return sliced.length === 0 ? doc : parseDoc(stringify(doc));
  const asksFor = Object.entries(rest).some(
    ([path, shape]) => path !== '_id' && shape !== 0 && shape !== false,
  );
  const whole = asksFor ? { ...rest, ...Object.fromEntries(sliced.map((path) => [path, 1])) } : rest;
  try {
    return new Query({}).find<Doc>([parseDoc(stringify(doc))], whole).all()[0] ?? {};
  } catch (error) {
    throw databaseFailed(error instanceof Error ? error.message : String(error));
  }
}

/** The first n, the last n (negative), or n after having skipped some. */
function cut(doc: Doc, path: string, slice: unknown): void {
  const place = placeOf(doc, path);
  if (place.kind !== 'there' || !Array.isArray(place.value)) return;
  const list = place.value as unknown[];
  const [skip, limit] = Array.isArray(slice)
    ? slice
    : typeof slice === 'number' && slice < 0
      ? [slice, -slice]
      : [0, slice];
  if (!Number.isInteger(skip) || !Number.isInteger(limit) || Number(limit) < 0)
    throw databaseFailed('$slice takes a number, or how many to skip and how many to show');
  const from = Number(skip) < 0 ? Math.max(0, list.length + Number(skip)) : Number(skip);
  (place.holder as Doc)[place.key] = list.slice(from, from + Number(limit));
}
