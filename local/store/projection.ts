import { databaseFailed } from '../errors';
import { Query } from './dialect';
import { type Doc, isPlainObject } from './document';
import { parseDoc, stringify } from './ejson';
import { copyKinds } from './number-kind';
import { refuseUnsupported } from './refused';
import { placeOf } from './update-check';
import { membersOf } from './written';

export type Projection = Record<string, unknown>;

/** `field()` of the SDK: `{ a: 1 }`, `{ a: 0 }`, `{ list: { $slice: 3 } }`, `{ list: { $elemMatch: … } }`. */
export function project(doc: Doc, projection: Projection): Doc {
  if (isPlain(projection)) return picked(doc, projection);
  refuseUnsupported(projection);
  const { slices, rest } = apart(projection);
  const shown = projectRest(
    doc,
    rest,
    slices.map(([path]) => path),
  );
  for (const [path, slice] of slices) cut(shown, path, slice);
  return shown;
}

/** `project` upon a stored text. Whole fields are taken out as they are written: nothing in them has to be understood. */
export function projectText(text: string, projection: Projection): string {
  if (!isPlain(projection)) return stringify(project(parseDoc(text), projection));
  const members = membersOf(text);
  const shown = Object.keys(withId(projection)).flatMap((key) => {
    const value = members.get(key);
    return value === undefined ? [] : [`${JSON.stringify(key)}:${value}`];
  });
  return `{${shown.join(',')}}`;
}

/** Whole fields asked for by name, which is nearly always: MongoDB's engine is not needed for it. */
function isPlain(projection: Projection): boolean {
  const asked = Object.entries(projection).filter(([path]) => path !== '_id');
  return (
    asked.length > 0 && asked.every(([path, shape]) => !/[.$]/.test(path) && (shape === 1 || shape === true))
  );
}

function picked(doc: Doc, projection: Projection): Doc {
  const wanted = Object.keys(withId(projection));
  const shown = wanted.flatMap((key) => (Object.hasOwn(doc, key) ? [[key, doc[key]]] : []));
  return copyKinds(doc, Object.fromEntries(shown) as Doc);
}

function withId({ _id = 1, ...asked }: Projection): Projection {
  return _id === 0 || _id === false ? asked : { _id, ...asked };
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
