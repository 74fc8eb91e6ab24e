import type { AreaCode } from '../area/area';
import type { Millis } from '../time/shanghai';

/** Who looked at or exported whose data, how much, and why. */
export interface Access {
  _id: string;
  at: Millis;
  by: { person: string; name: string };
  /** `points`: somebody else's points book, or a list of them. */
  what: 'households' | 'export' | 'points';
  area: AreaCode;
  /** Names and phones were hidden. */
  masked: boolean;
  /** Needed when they were not, in an export. */
  reason?: string;
  count: number;
}
