import { type AreaCode, levelOf } from '../area/area';
import type { Aggregate } from '../command/applied';
import type { Owing } from '../notice/notice';
import type { PostRole } from '../person/person';
import type { Category } from '../problem/category';
import { DAY, type Millis } from '../time/shanghai';
import { isStudyLevel, type StudyLevel, type StudyPeriodKey, spanOf } from './period';

/** Reminded so long before the period ends. */
export const REMIND: Millis = 3 * DAY;
/** A session held in the last days may be written down so long after the period. */
export const GRACE: Millis = 3 * DAY;

/** Who carries a solution out: a unit, or somebody by name. */
export interface Lead {
  name: string;
  unit?: string;
  person?: string;
  /** Of the post of somebody the system knows; filled in by the server. */
  role?: PostRole;
  area?: AreaCode;
}

/** 解决 · 上报 · 解释 · 缓议一次 · 转下期 */
export type Decision =
  | { kind: 'solve'; lead: Lead; promisedAt: Millis; text?: string }
  | { kind: 'escalate'; text: string }
  /** Why it cannot be done; the reporter is told. */
  | { kind: 'explain'; text: string }
  | { kind: 'defer'; text: string }
  /** Not decided; it stands on the next agenda, and no deadline moves. */
  | { kind: 'carry' };

/** What was known of a matter when it came onto the agenda. */
export interface Matter {
  category?: Category;
  urgent?: boolean;
  areaPath: string;
  text: string;
  since: Millis;
  /** Desks it has passed, the grid first. */
  ladder: string[];
  /** What was tried, in the words of those who tried. */
  tried: string[];
  /** Runs out then, if nothing is decided. */
  due?: Millis;
  /** It is urgent, or an earlier session of this level put it off: it cannot be put off (again). */
  deferred?: boolean;
}

export interface AgendaItem extends Matter {
  /** The problem's id, or the command's that added it by hand. */
  id: string;
  kind: 'problem' | 'own';
  decision?: Decision;
  decidedAt?: Millis;
  /** Who decided for the session. */
  by?: { person: string; name: string };
  /** The decision has reached the problem and the list of deeds. */
  landedAt?: Millis;
  /** Why it could not: the matter had ended or moved on in between. */
  missed?: string;
}

export interface Attendee {
  person?: string;
  name: string;
}

/** 专题研究会: one area × one period. */
export interface StudySession extends Aggregate, Owing {
  /** `area_period` */
  _id: string;
  area: AreaCode;
  areaName: string;
  areaPath: string;
  level: StudyLevel;
  period: StudyPeriodKey;
  /** `2026`: finds a year's sessions of an area and of those below it. */
  year: string;
  status: 'open' | 'held';
  /** Decided and hand-made items; undecided matters are computed until they are decided. */
  items: AgendaItem[];
  attendance: Attendee[];
  minutes?: string;
  /** When people sat together, as they say. */
  heldAt?: Millis;
  heldBy?: { person: string; name: string };
  /** When the clock has something to say next: the reminder, then the alert; absent afterwards. */
  nextAt?: Millis;
  missedAt?: Millis;
  /** When the oldest decision was taken that has not reached its problem yet. */
  decidedAt?: Millis;
}

export function sessionId(area: AreaCode, period: StudyPeriodKey): string {
  return `${area}_${period}`;
}

export function newSession(
  area: { _id: AreaCode; name: string; path: string },
  period: StudyPeriodKey,
  items: AgendaItem[] = [],
): StudySession {
  const level = levelOf(area._id);
  if (!isStudyLevel(level)) throw new RangeError(`${area._id} has no study sessions`);
  return {
    _id: sessionId(area._id, period),
    rev: 0,
    applied: [],
    outbox: [],
    area: area._id,
    areaName: area.name,
    areaPath: area.path || area.name,
    level,
    period,
    year: period.slice(0, 4),
    status: 'open',
    items,
    attendance: [],
    nextAt: spanOf(level, period).to - REMIND,
  };
}

/** Hand-made items that the session before left undecided. */
export function carriedFrom(before: StudySession | null): AgendaItem[] {
  return (before?.items ?? [])
    .filter(({ kind, decision }) => kind === 'own' && (!decision || decision.kind === 'carry'))
    .map(({ decision: _d, decidedAt: _a, by: _b, landedAt: _l, ...item }) => item);
}
