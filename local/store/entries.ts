import { type Doc, isPlainObject } from './document';
import { type Key, keyOf, keyText } from './key';

export interface Entries {
  /** One row of keys per index entry. */
  rows: Key[][];
  /** True when an array or a sub-document took part: several entries per document, or entries that do not sort as values do. */
  multikey: boolean;
}

/** What one document contributes to an index over `paths`: MongoDB's multikey rule, array members one by one. */
export function entriesOf(doc: Doc, paths: string[][], sparse: boolean): Entries {
  let rows: Key[][] = [[]];
  let multikey = false;
  let present = false;
  for (const path of paths) {
    const found = valuesAt(doc, path);
    multikey ||= found.multikey;
    present ||= found.values.some((value) => value !== undefined);
    const keys = distinctKeys(found.values);
    rows =
      keys.length === 1 ? appendTo(rows, keys[0]!) : rows.flatMap((row) => keys.map((key) => [...row, key]));
  }
  return { rows: sparse && !present ? [] : rows, multikey };
}

function appendTo(rows: Key[][], key: Key): Key[][] {
  for (const row of rows) row.push(key);
  return rows;
}

function distinctKeys(values: unknown[]): Key[] {
  if (values.length === 1) return [keyOf(values[0])];
  const seen = new Map<string, Key>();
  for (const value of values) {
    const key = keyOf(value);
    seen.set(keyText(key), key);
  }
  return [...seen.values()];
}

export function valuesAt(doc: Doc, path: string[]): { values: unknown[]; multikey: boolean } {
  const values: unknown[] = [];
  const multikey = collect(doc, path, 0, values);
  return { values: values.length > 0 ? values : [undefined], multikey };
}

function collect(value: unknown, path: string[], depth: number, out: unknown[]): boolean {
  if (depth === path.length) return collectLeaf(value, out);
  if (Array.isArray(value)) {
    for (const item of value) if (isPlainObject(item)) collect(item, path, depth, out);
    const index = Number(path[depth]);
    if (Number.isInteger(index) && index < value.length) collect(value[index], path, depth + 1, out);
    return true;
  }
  if (isPlainObject(value)) return collect(value[path[depth]!], path, depth + 1, out);
  out.push(undefined);
  return false;
}

function collectLeaf(value: unknown, out: unknown[]): boolean {
  if (!Array.isArray(value)) {
    out.push(value);
    return isPlainObject(value);
  }
  // An empty array is neither null nor missing: it keeps an entry of its own kind.
  if (value.length === 0) out.push(value);
  else out.push(...value);
  return true;
}
