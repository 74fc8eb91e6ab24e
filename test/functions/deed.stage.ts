import { DAY } from '../../domain/time/shanghai';
import type { World } from './world';

/** A promise of the village, by its secretary. @returns its id */
export async function promised(world: World, change: object = {}): Promise<string> {
  const { deed } = await world.ok('secretary', 'deed.promise', {
    list: 'organisation',
    promise: '给二社装 20 盏路灯',
    dueAt: world.cloud.clock.now() + 30 * DAY,
    ...change,
  });
  return deed;
}
