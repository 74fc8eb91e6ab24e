import type { Divisions } from '../../domain/area/divisions';
import { randomOf } from './random';

/** 社区 town, 村 fields, 嘎查 pasture. */
export type Landscape = 'community' | 'fields' | 'pasture';

export interface VillagePlan {
  code: string;
  landscape: Landscape;
  /** Workers of each grid, in order. */
  workers: number[];
}

const GRIDS = 650;
/** The article's figure (FIELD §1). */
const WORKERS = 5_845;
const WEIGHT: Record<Landscape, number> = { community: 2.1, fields: 1, pasture: 0.7 };

/**
 * Grids and workers of each village. Shared out over the whole banner whatever the scale, so that a village is the
 * same one at every scale.
 */
export function planOf(banner: Divisions, seed: string): VillagePlan[] {
  const random = randomOf(`${seed}/plan`);
  const villages = banner.townships.flatMap((township) => township.villages);
  const landscapes = villages.map(({ name }) => landscapeOf(name));
  const around = (weight: number) => weight * (0.8 + 0.4 * random.next());
  const grids = share(
    GRIDS,
    landscapes.map((landscape) => around(WEIGHT[landscape])),
  );
  const workers = share(
    WORKERS,
    grids.flatMap((count) => Array.from({ length: count }, () => around(1))),
  );
  let taken = 0;
  return villages.map(({ code }, index) => {
    const count = grids[index]!;
    taken += count;
    return { code, landscape: landscapes[index]!, workers: workers.slice(taken - count, taken) };
  });
}

function landscapeOf(name: string): Landscape {
  if (name.includes('嘎查')) return 'pasture';
  return name.includes('社区') && !name.includes('虚拟') ? 'community' : 'fields';
}

/** Whole parts of `total` after the weights, by largest remainder, so that they add up exactly. */
export function share(total: number, weights: number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index]! += 1;
  return parts;
}
