import { z } from 'zod';
import { conform } from '../http/body';
import { Refusal, sendJson } from '../http/reply';
import type { Handler } from '../http/server';
import { parse } from '../store/ejson';
import type { Store } from '../store/store';
import { refusalOf } from './refusals';

const sortSchema = z.record(z.string(), z.union([z.literal(1), z.literal(-1)]));

/** `GET /_local/explain?collection=&filter={…}&sort={…}&limit=`: which index serves a query, and how much it reads. */
export function explainDoor(store: Store): Handler {
  return (_req, res, url) => {
    const collection = url.searchParams.get('collection') ?? '';
    const filter = conform(json(url, 'filter'), z.record(z.string(), z.unknown()));
    const sort = conform(json(url, 'sort'), sortSchema);
    const limit = conform(Number(url.searchParams.get('limit') ?? 100), z.number().int().min(1).max(1000));
    try {
      sendJson(res, 200, { ok: true, data: store.explain(collection, { filter, sort, limit }) });
    } catch (error) {
      throw refusalOf(error);
    }
  };
}

function json(url: URL, name: string): unknown {
  try {
    return parse(url.searchParams.get(name) ?? '{}');
  } catch {
    throw new Refusal(
      400,
      'INVALID_JSON',
      { zh: `${name} 不是有效的 JSON`, en: `${name} is not valid JSON` },
      name,
    );
  }
}
