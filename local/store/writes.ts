import { randomBytes } from 'node:crypto';
import { databaseFailed } from '../errors';
import { type Doc, type Filter, isPlainObject, type SortSpec } from './document';
import { parseDoc, stringify } from './ejson';
import { insertedBy, modify } from './modification';
import { copyKinds } from './number-kind';
import { docOf } from './query';
import type { Target } from './target';

export interface ModifyRequest {
  filter: Filter;
  /** Update operators when `merge`, otherwise the whole document without its id. */
  data: Record<string, unknown>;
  multi: boolean;
  merge: boolean;
  upsert: boolean;
}

export interface Modified {
  updated: number;
  upsertId?: unknown;
}

/** CloudBase's own ids: 32 hexadecimal digits as a string, not an ObjectId. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}

export function insertAll(target: Target, docs: Iterable<Doc>): unknown[] {
  const ids: unknown[] = [];
  for (const given of docs) {
    if (!isPlainObject(given)) throw databaseFailed('a document must be an object');
    const doc = given._id === undefined ? withId(newId(), given) : given;
    if (doc._id === null || Array.isArray(doc._id) || doc._id instanceof RegExp)
      throw databaseFailed("the '_id' value cannot be of this type");
    target.insert(doc);
    ids.push(doc._id);
  }
  return ids;
}

/** `updated` counts documents that are different afterwards, as the platform does: writing the same again answers 0. */
export function modifyAll(target: Target, request: ModifyRequest): Modified {
  const found = target.find({ filter: request.filter, limit: request.multi ? undefined : 1 });
  let updated = 0;
  for (const each of found) {
    const before = docOf(each);
    const after = request.merge
      ? modify(parseDoc(each.text), request.data, request.filter)
      : withId(before._id, request.data);
    const text = stringify(after);
    if (text === each.text) continue;
    target.replace(each, after, text);
    updated++;
  }
  if (found.length > 0 || !request.upsert) return { updated };
  const created = request.merge
    ? insertedBy(request.data, request.filter)
    : withId(idIn(request.filter), request.data);
  return { updated: 0, upsertId: insertAll(target, [created])[0] };
}

export function modifyAndReturn(
  target: Target,
  filter: Filter,
  data: Record<string, unknown>,
  sort?: SortSpec,
): { updated: number; doc: Doc | null } {
  const found = target.find({ filter, sort, limit: 1 })[0];
  if (!found) return { updated: 0, doc: null };
  const after = modify(parseDoc(found.text), data, filter);
  const text = stringify(after);
  if (text === found.text) return { updated: 0, doc: after };
  target.replace(found, after, text);
  return { updated: 1, doc: after };
}

export function removeAll(target: Target, filter: Filter, multi: boolean): number {
  const found = target.find({ filter, limit: multi ? undefined : 1 });
  for (const each of found) target.remove(each);
  return found.length;
}

/** The id comes first, as in MongoDB. */
function withId(_id: unknown, data: Doc): Doc {
  const { _id: _, ...rest } = data;
  return copyKinds(data, { _id, ...rest });
}

function idIn(filter: Filter): unknown {
  const id = filter._id;
  return isPlainObject(id) && '$eq' in id ? id.$eq : id;
}
