import { weekKey } from '../time/period';
import { DAY, type Millis } from '../time/shanghai';
import { type Cadence, monthCadence, type SheetSeen, weekCadence } from './cadence';
import type { OnDuty } from './duty';
import { contactsOf } from './entry';

/** How a household stands this week. */
export type ContactState = 'due' | 'reached' | 'met' | 'excused';

/** What a worker's screen needs to know of a household's contacts. */
export interface Standing {
  state: ContactState;
  /** Met face to face in this calendar month. */
  metThisMonth: boolean;
  /** The month's meeting: still due, done, or excused. */
  month: Cadence;
  lastAt: Millis | null;
  lastMetAt: Millis | null;
  /** Whole days since the last contact; null when none is known. */
  daysSince: number | null;
}

/** The standing of one household, read from recent sheets; `worker` is who looks after it and may be on leave. */
export function standing(
  household: string,
  sheets: readonly SheetSeen[],
  now: Millis,
  worker?: OnDuty,
): Standing {
  let lastAt: Millis | null = null;
  let lastMetAt: Millis | null = null;
  for (const sheet of sheets) {
    for (const { at, inPerson } of contactsOf(sheet.entries[household])) {
      lastAt = Math.max(lastAt ?? 0, at);
      if (inPerson) lastMetAt = Math.max(lastMetAt ?? 0, at);
    }
  }
  const month = monthCadence(household, now, { sheets, worker }, now);
  return {
    state: stateOf(household, sheets, now, worker),
    month,
    metThisMonth: month === 'done',
    lastAt,
    lastMetAt,
    daysSince: lastAt === null ? null : Math.max(0, Math.floor((now - lastAt) / DAY)),
  };
}

function stateOf(
  household: string,
  sheets: readonly SheetSeen[],
  now: Millis,
  worker: OnDuty | undefined,
): ContactState {
  const week = weekKey(now);
  const entries = sheets.flatMap((sheet) => (sheet.week === week ? (sheet.entries[household] ?? []) : []));
  if (entries.length > 0) return entries.some(({ inPerson }) => inPerson) ? 'met' : 'reached';
  return weekCadence(household, week, { sheets, worker }, now) === 'excused' ? 'excused' : 'due';
}

/** What the order on the sheet looks at. */
interface Needing {
  id: string;
  standing: Standing;
  callAsked?: unknown;
}

/**
 * Whom to contact first: who asked to be called; then still due before excused before done; among them no meeting this
 * month before met, never contacted before long ago before lately; at the end by id, so that the order is stable.
 */
export function byNeed<T extends Needing>(a: T, b: T): number {
  return (
    Number(b.callAsked !== undefined) - Number(a.callAsked !== undefined) ||
    rank(a.standing) - rank(b.standing) ||
    silence(b.standing) - silence(a.standing) ||
    (a.id < b.id ? -1 : 1)
  );
}

const RANK: Record<ContactState, number> = { due: 0, excused: 2, reached: 4, met: 4 };

function rank({ state, metThisMonth }: Standing): number {
  return RANK[state] + (metThisMonth ? 1 : 0);
}

function silence({ daysSince }: Standing): number {
  return daysSince ?? Number.MAX_SAFE_INTEGER;
}
