import { type AreaCode, areaAt, type Level } from '../area/area';
import type { Aggregate } from '../command/applied';
import type { Owing } from '../notice/notice';
import { deskKey, LEVEL_ROLE, type PostRole } from '../person/person';
import type { Millis } from '../time/shanghai';
import type { Category } from './category';
import type { CommandName } from './commands';
import type { ContentCheck } from './content';
import type { Deadline, Ladder } from './ladder';
import type { Follower, Party } from './party';

/** 待受理 · 办理中 · 已挂起 · 待确认 · 已办结 · 不受理 · 已撤回 · 已并案 */
export const STATUSES = [
  'reported',
  'accepted',
  'suspended',
  'finished',
  'closed',
  'refused',
  'withdrawn',
  'merged',
] as const;
export type Status = (typeof STATUSES)[number];

export const OPEN_STATUSES = [
  'reported',
  'accepted',
  'suspended',
  'finished',
] as const satisfies readonly Status[];

/**
 * How an ended matter ended. "no answer" is never counted as satisfied; what was explained is not solved, and what a
 * review found out of scope is kept out of scores.
 */
export type Outcome =
  | 'solved'
  | 'explained'
  | 'no-answer'
  | 'withdrawn'
  | 'refused'
  | 'out-of-scope'
  | 'merged';

/** The post that must act, and who stood on it when the matter arrived there. */
export interface Holder {
  /** `role@area`, or `role@area:unit`: finds a desk's matters with one equality. */
  key: string;
  role: PostRole;
  area: AreaCode;
  unit?: string;
  level: Level;
  name?: string;
}

/** 延期申请: asked by who holds the matter, answered one level up. */
export interface ExtensionRequest {
  until: Millis;
  text: string;
  at: Millis;
  /** The desk that answers. */
  to: Holder;
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
  what: 'report' | CommandName;
  /** Absent for the clock's own moves. */
  by?: { person: string; name: string; role: 'reporter' | 'follower' | PostRole };
  text?: string;
  photos?: string[];
  /** 1–5, given by the reporter. */
  stars?: number;
  /** The desk that holds it from now on. */
  holder?: Pick<Holder, 'role' | 'area' | 'level' | 'name' | 'unit'>;
  deadline?: Deadline;
  /** Who was given a hand in it. */
  parties?: Party[];
  /** Asked for, or suspended until. */
  until?: Millis;
  /** Where to go instead, when refused. */
  where?: string;
  /** The other matter of a merge or a split. */
  other?: string;
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
  /** 牵头单位: does the work for the holder, who answers for it. */
  lead?: Party;
  /** 吹哨报到: who was called in to help. */
  helpers?: Party[];
  /** Keys of everybody who has a hand in it while it is open: holder, lead, helpers, who must answer a request. */
  hands: string[];
  followers?: Follower[];
  /** Frozen when the matter starts: later rules do not change a running promise. */
  ladder: Ladder;
  deadline?: Deadline;
  /** How many warnings of this deadline were given or are past. */
  warned?: number;
  /** While open, when the clock acts next and on what; derived, for the sweep's index. */
  nextAt?: Millis;
  nextIs?: 'warn' | 'deadline';
  /** The deadline that stands still while the matter is suspended. */
  paused?: { since: Millis; deadline: Deadline };
  /** Suspended in all before now, ms. */
  pausedFor?: Millis;
  request?: ExtensionRequest;
  /** Levels that asked for an extension: once each. */
  requested?: Level[];
  /** The desk that passed it up by hand, to which it can be returned. */
  passedBy?: Holder;
  /** Keys of whom it was returned to or by: never twice. */
  returned?: string[];
  supervisedAt?: Millis;
  verifiedAt?: Millis;
  /** A session told the reporter why it cannot be done. */
  explained?: true;
  /** Levels whose session put it off: once each. */
  deferred?: Level[];
  mergedInto?: string;
  /** Matters merged into this one. */
  merged?: string[];
  splitFrom?: string;
  parts?: string[];
  /** 1–5, given by the reporter. */
  stars?: number;
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
