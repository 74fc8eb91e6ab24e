import { databaseFailed } from '../errors';
import { Query } from './dialect';
import type { Doc } from './document';

export type Projection = Record<string, unknown>;

/** `field()` of the SDK: `{ a: 1 }`, `{ a: 0 }`, `{ list: { $slice: 3 } }`, `{ list: { $elemMatch: … } }`. */
export function project(doc: Doc, projection: Projection): Doc {
  if (Object.keys(projection).length === 0) return doc;
  try {
    return new Query({}).find<Doc>([doc], projection).all()[0] ?? {};
  } catch (error) {
    throw databaseFailed(error instanceof Error ? error.message : String(error));
  }
}
