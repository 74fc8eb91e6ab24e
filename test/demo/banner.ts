import { atShanghai } from '../../domain/time/shanghai';
import type { Scale } from '../../local/demo/scale';
import { type Planted, plant, type Recipe } from '../../local/demo/seed';

/** A Wednesday morning. */
export const NOW = atShanghai('2026-11-25 10:00');

export function recipe(scale: Scale, seed = 'test'): Recipe {
  return { scale, seed, now: NOW, templates: { task: 't-task', progress: 't-progress' } };
}

/** Every document of one collection, or of all with their collection's name. */
export function* documentsOf<T>(recipe: Recipe, collection: Planted['collection']): Generator<T> {
  for (const planted of plant(recipe)) {
    if (planted.collection === collection) yield* planted.documents as Iterable<T>;
  }
}
