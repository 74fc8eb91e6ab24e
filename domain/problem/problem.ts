import { type AreaCode, areaAt, type Level } from '../area/area';
import type { Aggregate } from '../command/applied';
import type { Owing } from '../notice/notice';
import { deskKey, LEVEL_ROLE, type PostRole } from '../person/person';
import type { Millis } from '../time/shanghai';
import type { Category } from './category';
import type { ContentCheck } from './content';
import type { Deadline, Ladder } from './ladder';

/** 待受理 · 办理中 · 待确认 · 已办结 · 已撤回 */
export const STATUSES = ['reported', 'accepted', 'finished', 'closed', 'withdrawn'] as const;
export type Status = (typeof STATUSES)[number];

export const OPEN_STATUSES = ['reported', 'accepted', 'finished'] as const satisfies readonly Status[];

/** How an ended matter ended. "no answer" is never counted as satisfied. */
export type Outcome = 'solved' | 'no-answer' | 'withdrawn';

/** The post that must act, and who stood on it when the matter arrived there. */
export interface Holder {
  /** `role@area`: finds a desk's matters with one equality. */
  key: string;
  role: PostRole;
  area: AreaCode;
  level: Level;
  name?: string;
}

export interface Place {
  words: string;
  latitude?: number | undefined;
  longitude?: number | undefined;
  /** Metres, as the phone said; a place is a hint, never proof. */
  accuracy?: number | undefined;
}

export interface Voice {
  file: string;
  seconds: number;
}

/** One line of the matter's history; append-only. */
export interface TimelineEntry {
  /** Counts from 1. */
  n: number;
  at: Millis;
  what:
    | 'report'
    | 'accept'
    | 'finish'
    | 'escalate'
    | 'climb'
    | 'supervise'
    | 'confirm'
    | 'reopen'
    | 'lapse'
    | 'withdraw'
    | 'comment';
  /** Absent for the clock's own moves. */
  by?: { person: string; name: string; role: 'reporter' | PostRole | 'worker' };
  text?: string;
  photos?: string[];
  /** 1–5, given by the reporter. */
  stars?: number;
  /** The desk that holds it from now on. */
  holder?: Pick<Holder, 'role' | 'area' | 'level' | 'name'>;
  deadline?: Deadline;
}

export interface Problem extends Aggregate, Owing {
  /** Grid. */
  area: AreaCode;
  areaPath: string;
  /** Names of the areas it can climb through, as they were when it was reported. */
  areaNames: Record<Level, string>;
  household?: string;
  category: Category;
  urgent: boolean;
  text?: string;
  voice?: Voice;
  photos: string[];
  place?: Place;
  /** Hides who reported from everybody but the reporter and the supervisor. */
  confidential: boolean;
  /** Neighbours may see it, masked, once its content has passed the check. */
  public: boolean;
  content: ContentCheck;
  reporter: { person: string; name: string };
  /** Who reported it on the resident's behalf; a worker unless `role` says otherwise. */
  onBehalfBy?: { person: string; name: string; role?: PostRole };
  /** Who of the household agreed that it is reported for them. */
  agreedBy?: string;
  status: Status;
  outcome?: Outcome;
  holder: Holder;
  /** Frozen when the matter starts: later rules do not change a running promise. */
  ladder: Ladder;
  deadline?: Deadline;
  /** The deadline again while open, for the sweep's index; absent once ended. */
  nextAt?: Millis;
  reopens: number;
  timeline: TimelineEntry[];
  createdAt: Millis;
  endedAt?: Millis;
}

export function holderAt(area: AreaCode, level: Level, name?: string): Holder {
  const role = LEVEL_ROLE[level];
  const seat = areaAt(area, level);
  return { key: deskKey(role, seat), role, area: seat, level, ...(name ? { name } : {}) };
}

export function supervisorAt(area: AreaCode): Holder {
  const seat = areaAt(area, 'banner');
  return { key: deskKey('supervisor', seat), role: 'supervisor', area: seat, level: 'banner' };
}

export function isOpen(problem: Pick<Problem, 'status'>): boolean {
  return (OPEN_STATUSES as readonly Status[]).includes(problem.status);
}
