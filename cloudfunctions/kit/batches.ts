/** Ids or keys that one query takes. */
const IN_ONE = 500;

export function inParts<T>(items: readonly T[], size = IN_ONE): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

/** A few at a time: the platform lets a function make only so many requests at once. */
export const LANES = 8;

/** Works on the items in order, so many at once, until they are done or the time is up. @returns how many were begun */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  act: (item: T) => Promise<void>,
  more: () => boolean = () => true,
): Promise<number> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length && more()) {
      const item = items[next];
      next += 1;
      if (item !== undefined) await act(item);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return next;
}

/** In order of first appearance. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}
