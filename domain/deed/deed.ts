import { type AreaCode, lineage } from '../area/area';
import type { Aggregate } from '../command/applied';
import type { Owing } from '../notice/notice';
import type { Millis } from '../time/shanghai';

/** 单位清单 · 党员干部清单 */
export const DEED_LISTS = ['organisation', 'member'] as const;
export type DeedList = (typeof DEED_LISTS)[number];

/** 已承诺 · 已办结 · 不办了 */
export const DEED_STATUSES = ['promised', 'done', 'dropped'] as const;
export type DeedStatus = (typeof DEED_STATUSES)[number];

/** One line of a deed's history; append-only. */
export interface DeedEntry {
  n: number;
  at: Millis;
  what: 'promise' | 'progress' | 'done' | 'drop';
  by: { person: string; name: string };
  text?: string;
  photos?: string[];
}

/** Who gained by it, as far as anybody counted. */
export interface Benefit {
  households?: number | undefined;
  words?: string | undefined;
}

/** 办实事清单里的一项: what somebody promised to the people, and what became of it. */
export interface Deed extends Aggregate, Owing {
  list: DeedList;
  /** The organisation's area, or the one the member serves in. */
  area: AreaCode;
  areaPath: string;
  /** The area and all above it: what it counts in. */
  rollup: AreaCode[];
  /** `2026`: the list it stands on. */
  year: string;
  /** Who made the promise: the member, or who wrote it down for the organisation. */
  owner: { person: string; name: string };
  promise: string;
  responsible: { name: string; person?: string; unit?: string };
  dueAt: Millis;
  source: { kind: 'own' } | { kind: 'problem' | 'session'; id: string; item?: string };
  status: DeedStatus;
  benefit?: Benefit;
  timeline: DeedEntry[];
  createdAt: Millis;
  endedAt?: Millis;
  /** The promised day while it is not kept: afterwards the level above is told once. */
  nextAt?: Millis;
  lateAt?: Millis;
}

export function rollupOf(area: AreaCode): AreaCode[] {
  return lineage(area);
}
