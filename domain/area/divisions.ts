import { type Area, areaAt, lineage } from './area';

/** A county's divisions as published by the National Bureau of Statistics (see `data/`). */
export interface Divisions {
  code: string;
  name: string;
  townships: { code: string; name: string; villages: { code: string; name: string }[] }[];
}

/**
 * The areas of any county, names unchanged.
 * @throws RangeError naming the code that does not lie in its parent or stands twice
 */
export function areasOf(divisions: Divisions): Area[] {
  const seen = new Set<string>();
  const area = (code: string, level: Area['level'], name: string, parent: Area | null): Area => {
    if (parent && areaAt(code, parent.level) !== parent._id)
      throw new RangeError(`${code} is not inside ${parent._id}`);
    if (seen.has(code)) throw new RangeError(`${code} stands twice`);
    seen.add(code);
    const path = parent && parent.level !== 'banner' ? `${parent.path}·${name}` : name;
    return { _id: code, level, name, path, parent: parent?._id ?? null, households: 0 };
  };
  const banner = area(divisions.code, 'banner', divisions.name, null);
  return [
    banner,
    ...divisions.townships.flatMap((township) => {
      const town = area(township.code, 'township', township.name, banner);
      return [town, ...township.villages.map((village) => area(village.code, 'village', village.name, town))];
    }),
  ];
}

/** A grid below a village; `number` counts from 1. */
export function gridOf(village: Area, number: number): Area {
  const name = `第${number}网格`;
  return {
    _id: `${village._id}${String(number).padStart(3, '0')}`,
    level: 'grid',
    name,
    path: `${village.path}·${name}`,
    parent: village._id,
    households: 0,
  };
}

/** Fills `households` of every area from how many each grid has. */
export function countHouseholds(areas: Area[], byGrid: ReadonlyMap<string, number>): Area[] {
  const totals = new Map<string, number>();
  for (const [grid, count] of byGrid) {
    for (const code of lineage(grid)) totals.set(code, (totals.get(code) ?? 0) + count);
  }
  return areas.map((area) => ({ ...area, households: totals.get(area._id) ?? 0 }));
}
