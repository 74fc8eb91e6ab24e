import { inParts } from './batches';
import { _ } from './cloud';
import { all, type CollectionName, type Documents } from './collections';

/** What one query answers at most. */
const MOST = 1000;

/**
 * Everything that a condition finds; of each document these fields and the id. Nearly always it comes at once and nobody
 * has to sort it; more than a thousand are read a thousand at a time in the order of the ids.
 */
export async function whole<N extends CollectionName>(
  name: N,
  where: object,
  field: Record<string, boolean>,
): Promise<Documents[N][]> {
  const found = await all(name, (some) => some.where(where).field(field).limit(MOST));
  return found.length < MOST ? found : inPages(name, where, field);
}

async function inPages<N extends CollectionName>(
  name: N,
  where: object,
  field: Record<string, boolean>,
): Promise<Documents[N][]> {
  const found: Documents[N][] = [];
  for (let page: Documents[N][] | undefined; page === undefined || page.length === MOST; ) {
    const after = page?.at(-1)?._id;
    page = await all(name, (some) =>
      some
        .where(after === undefined ? where : { ...where, _id: _.gt(after) })
        .orderBy('_id', 'asc')
        .field(field)
        .limit(MOST),
    );
    found.push(...page);
  }
  return found;
}

/** Of these ids what there is; of each document these fields and the id, or the whole. One read for five hundred. */
export async function byIds<N extends CollectionName>(
  name: N,
  ids: readonly string[],
  field: Record<string, boolean> = {},
): Promise<Documents[N][]> {
  const parts = inParts([...new Set(ids)]).map((some) =>
    all(name, (query) =>
      query
        .where({ _id: _.in(some) })
        .field(field)
        .limit(MOST),
    ),
  );
  return (await Promise.all(parts)).flat();
}
