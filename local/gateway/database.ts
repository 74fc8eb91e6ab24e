import { z } from 'zod';
import { databaseFailed, PlatformError } from '../errors';
import { type Doc, type Filter, isPlainObject, type SortSpec } from '../store/document';
import { parse, stringify } from '../store/ejson';
import { projectText } from '../store/projection';
import type { FindOptions } from '../store/query';
import type { Store } from '../store/store';
import { read, type WireAnswer, type WireRequest } from './wire';

/** 100 documents when no limit is asked for, 1,000 at most (https://docs.cloudbase.net/database/fetch). */
const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

export interface DatabaseAction {
  cost: 'read' | 'write' | 'free';
  run(request: WireRequest, store: Store, now: number): WireAnswer;
}

const ejson = z.union([z.string(), z.record(z.string(), z.unknown())]).optional();
const collectionName = z.string().min(1);
const transactionId = z.string().min(1).optional().nullable();
const target = z.object({
  collectionName,
  query: ejson,
  transactionId,
  queryType: z.enum(['WHERE', 'DOC']).optional(),
});

/** Once for all calls: zod compiles a schema when it is first used, which costs more than the rest of a small request. */
const REQUESTS = {
  add: z.object({ collectionName }),
  get: target.extend({
    order: ejson,
    projection: ejson,
    offset: z.number().int().min(0).optional(),
    limit: z.number().int().min(0).optional(),
  }),
  insert: z.object({ collectionName, transactionId, data: z.array(z.string()).min(1) }),
  modify: target.extend({
    data: ejson,
    multi: z.boolean().default(true),
    merge: z.boolean().default(true),
    upsert: z.boolean().default(false),
  }),
  modifyAndReturn: target.extend({ data: ejson, order: ejson }),
  remove: target.extend({ multi: z.boolean().default(true) }),
  aggregate: z.object({
    collectionName,
    stages: z.array(z.object({ stageKey: z.string().startsWith('$'), stageValue: z.string() })),
  }),
  transaction: z.object({ transactionId: z.string() }),
};

export const DATABASE_ACTIONS: Record<string, DatabaseAction> = {
  'database.addCollection': {
    cost: 'write',
    run(request, store) {
      store.createCollection(read(request, REQUESTS.add).collectionName);
      return { data: {} };
    },
  },
  'database.getDocument': {
    cost: 'read',
    run(request, store, now) {
      const {
        collectionName: name,
        query,
        order,
        projection,
        offset,
        limit,
        transactionId: tx,
        queryType,
      } = read(request, REQUESTS.get);
      const options: FindOptions = {
        filter: filterOf(query, now),
        sort: order === undefined ? undefined : sortOf(order),
        skip: offset,
        limit: queryType === 'DOC' ? 1 : Math.min(limit || DEFAULT_LIMIT, MAX_LIMIT),
      };
      const texts = store.findTexts(name, options, tx ?? undefined);
      const shape = projection === undefined ? {} : objectOf(projection, now);
      const list = Object.keys(shape).length === 0 ? texts : texts.map((text) => projectText(text, shape));
      return { data: { list, limit: options.limit, offset: options.skip ?? 0 } };
    },
  },
  'database.calculateDocument': {
    cost: 'read',
    run(request, store, now) {
      const { collectionName: name, query } = read(request, target);
      return { data: { total: store.count(name, filterOf(query, now)) } };
    },
  },
  'database.insertDocument': {
    cost: 'write',
    run(request, store, now) {
      const { collectionName: name, data, transactionId: tx } = read(request, REQUESTS.insert);
      return {
        data: {
          insertedIds: store.insert(
            name,
            data.map((text) => objectOf(text, now)),
            tx ?? undefined,
          ),
        },
      };
    },
  },
  'database.modifyDocument': {
    cost: 'write',
    run(request, store, now) {
      const {
        collectionName: name,
        query,
        data,
        multi,
        merge,
        upsert,
        transactionId: tx,
      } = read(request, REQUESTS.modify);
      const change = objectOf(data, now);
      if (merge && Object.keys(change).length === 0)
        throw databaseFailed('update document must not be empty');
      const { updated, upsertId } = store.modify(
        name,
        { filter: filterOf(query, now), data: change, multi, merge, upsert },
        tx ?? undefined,
      );
      return {
        data: { updated, matched: updated, ...(upsertId === undefined ? {} : { upsert_id: upsertId }) },
      };
    },
  },
  'database.modifyAndReturnDoc': {
    cost: 'write',
    run(request, store, now) {
      const {
        collectionName: name,
        query,
        data,
        order,
        transactionId: tx,
      } = read(request, REQUESTS.modifyAndReturn);
      const sort = order === undefined ? undefined : sortOf(order);
      const { updated, doc } = store.modifyAndReturn(
        name,
        filterOf(query, now),
        objectOf(data, now),
        sort,
        tx ?? undefined,
      );
      return { data: { updated, doc: doc && stringify(doc) } };
    },
  },
  'database.removeDocument': {
    cost: 'write',
    run(request, store, now) {
      const { collectionName: name, query, multi, transactionId: tx } = read(request, REQUESTS.remove);
      return { data: { deleted: store.remove(name, filterOf(query, now), multi, tx ?? undefined) } };
    },
  },
  'database.aggregateDocuments': {
    cost: 'read',
    run(request, store, now) {
      const { collectionName: name, stages } = read(request, REQUESTS.aggregate);
      const pipeline = stages.map(({ stageKey, stageValue }) => ({ [stageKey]: parse(stageValue, { now }) }));
      return { data: { list: store.aggregate(name, pipeline).map(stringify) } };
    },
  },
  'database.startTransaction': {
    cost: 'free',
    run: (_request, store) => ({ transactionId: store.startTransaction() }),
  },
  'database.commitTransaction': {
    cost: 'free',
    run(request, store) {
      store.commitTransaction(read(request, REQUESTS.transaction).transactionId);
      return {};
    },
  },
  'database.abortTransaction': {
    cost: 'free',
    run(request, store) {
      store.abortTransaction(read(request, REQUESTS.transaction).transactionId);
      return {};
    },
  },
};

function objectOf(value: z.infer<typeof ejson>, now: number): Doc {
  const parsed = parsedOf(value, now);
  if (!isPlainObject(parsed))
    throw new PlatformError('INVALID_PARAM', '[InvalidParameter] an object is needed');
  return parsed;
}

function filterOf(value: z.infer<typeof ejson>, now: number): Filter {
  return value === undefined || value === '' ? {} : objectOf(value, now);
}

/** `{ field: 1 | -1 }`; older clients send `[{ field, direction }]`. */
function sortOf(value: z.infer<typeof ejson>): SortSpec {
  const order = parsedOf(value, 0);
  if (!Array.isArray(order)) return objectOf(value, 0) as SortSpec;
  return Object.fromEntries(
    order.map(({ field, direction }: { field: string; direction: string }) => [
      field,
      direction === 'desc' ? -1 : 1,
    ]),
  );
}

function parsedOf(value: z.infer<typeof ejson>, now: number): unknown {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? {});
  try {
    return parse(text, { now });
  } catch {
    throw new PlatformError('INVALID_PARAM', '[InvalidParameter] not valid EJSON');
  }
}
