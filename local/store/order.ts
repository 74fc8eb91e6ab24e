import { compare } from 'mingo/util';
import type { Doc, SortSpec } from './document';
import { valuesAt } from './entries';

/**
 * MongoDB's order of documents: an array counts as its least member when ascending and as its greatest when descending,
 * an empty one comes before null (https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/#arrays).
 */
export function sortDocs<T>(items: T[], sort: SortSpec, docOf: (item: T) => Doc): T[] {
  const fields = Object.entries(sort).map(([path, direction]) => ({ parts: path.split('.'), direction }));
  const keyed = items.map((item) => {
    const doc = docOf(item);
    return { item, keys: fields.map(({ parts, direction }) => sortKey(doc, parts, direction)) };
  });
  keyed.sort((a, b) => {
    for (const [n, { direction }] of fields.entries()) {
      const order = compareKeys(a.keys[n], b.keys[n]);
      if (order !== 0) return order * direction;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}

/** Lower than everything: what an empty array sorts as. */
const EMPTY = Symbol('empty array');

function sortKey(doc: Doc, parts: string[], direction: 1 | -1): unknown {
  const { values } = valuesAt(doc, parts);
  const keys = values.map((value) => (Array.isArray(value) && value.length === 0 ? EMPTY : (value ?? null)));
  return keys.reduce((best, key) => (compareKeys(key, best) * direction < 0 ? key : best));
}

function compareKeys(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === EMPTY) return -1;
  return b === EMPTY ? 1 : compare(a as never, b as never);
}
