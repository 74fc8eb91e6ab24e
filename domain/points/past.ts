import type { Millis } from '../time/shanghai';
import type { PointsEntry } from './entry';

/**
 * Earlier entries as they stood when a month fell due: an entry that was taken back later still fills its cap then. So a
 * month comes out the same in its night, after an outage, and when it is told anew.
 * @param reversals what took them back; other entries among them do no harm
 */
export function standingAt(
  entries: Iterable<PointsEntry>,
  reversals: Iterable<PointsEntry>,
  at: Millis,
): PointsEntry[] {
  const back = new Map<string, string>();
  for (const { reverses, cause, bookedAt } of reversals)
    if (reverses !== undefined && bookedAt < at) back.set(reverses, cause);
  return [...entries].map((entry) => {
    const by = back.get(entry.cause);
    if (entry.reversedBy === by) return entry;
    const { reversedBy: _, ...standing } = entry;
    return by === undefined ? standing : { ...standing, reversedBy: by };
  });
}
