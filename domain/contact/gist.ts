import type { MonthKey } from '../time/period';
import type { Millis } from '../time/shanghai';
import { monthAt } from '../time/week';
import { contactsOf, type Entry } from './entry';

/**
 * A sheet in short: what months are counted from, told anew with the tally at every write. Whoever counts a banner's year
 * reads 300,000 sheets, and the entries themselves are five times as much.
 */
export interface Gist {
  /** Households contacted, and not met. */
  called: string[];
  /** By calendar month: households met face to face in it; a week may lie in two. */
  met: Record<MonthKey, string[]>;
  /** How often something was done for a household (为民活动). */
  activities: number;
}

export function gistOf(entries: Record<string, Entry>): Gist {
  const gist: Gist = { called: [], met: {}, activities: 0 };
  for (const [household, entry] of Object.entries(entries)) {
    const months = new Set(meetingsOf(entry).map(monthAt));
    if (months.size === 0) gist.called.push(household);
    for (const month of months) gist.met[month] = [...(gist.met[month] ?? []), household];
    for (const count of Object.values(entry.activities ?? {})) gist.activities += count;
  }
  return gist;
}

export function contactedIn({ called, met }: Gist): string[] {
  return [...called, ...Object.values(met).flat()];
}

/** When a household was met. */
export function meetingsOf(entry: Entry | undefined): Millis[] {
  return contactsOf(entry).flatMap(({ inPerson, at }) => (inPerson ? [at] : []));
}
