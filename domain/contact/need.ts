import { monthKey, weekKey } from '../time/period';
import { DAY, type Millis } from '../time/shanghai';
import type { ContactSheet } from './sheet';

/** How a household stands this week. */
export type ContactState = 'due' | 'reached' | 'met';

/** What a worker's screen needs to know of a household's contacts. */
export interface Standing {
  state: ContactState;
  /** Met face to face in this calendar month. */
  metThisMonth: boolean;
  lastAt: Millis | null;
  lastMetAt: Millis | null;
  /** Whole days since the last contact; null when none is known. */
  daysSince: number | null;
}

/** The standing of one household, read from the worker's recent sheets. */
export function standing(
  household: string,
  sheets: readonly Pick<ContactSheet, 'week' | 'entries'>[],
  now: Millis,
): Standing {
  const week = weekKey(now);
  let lastAt: Millis | null = null;
  let lastMetAt: Millis | null = null;
  let state: ContactState = 'due';
  for (const sheet of sheets) {
    const entry = sheet.entries[household];
    if (!entry) continue;
    for (const { at, inPerson } of [entry, ...(entry.was ?? [])]) {
      lastAt = Math.max(lastAt ?? 0, at);
      if (inPerson) lastMetAt = Math.max(lastMetAt ?? 0, at);
    }
    if (sheet.week === week) state = entry.inPerson ? 'met' : 'reached';
  }
  return {
    state,
    lastAt,
    lastMetAt,
    metThisMonth: lastMetAt !== null && monthKey(lastMetAt) === monthKey(now),
    daysSince: lastAt === null ? null : Math.max(0, Math.floor((now - lastAt) / DAY)),
  };
}

/**
 * Whom to contact first: still due before done; among them no meeting this month before met,
 * never contacted before long ago before lately; at the end by id, so that the order is stable.
 */
export function byNeed<T extends { id: string; standing: Standing }>(a: T, b: T): number {
  return (
    rank(a.standing) - rank(b.standing) || silence(b.standing) - silence(a.standing) || (a.id < b.id ? -1 : 1)
  );
}

function rank({ state, metThisMonth }: Standing): number {
  return (state === 'due' ? 0 : 2) + (metThisMonth ? 1 : 0);
}

function silence({ daysSince }: Standing): number {
  return daysSince ?? Number.MAX_SAFE_INTEGER;
}
