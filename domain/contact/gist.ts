import type { Millis } from '../time/shanghai';
import { contactsOf } from './entry';
import type { Entry } from './sheet';

/**
 * A sheet in short: what months are counted from, told anew with the tally at every write. Whoever counts a banner's year
 * reads 300,000 sheets, and the entries themselves are five times as much.
 */
export interface Gist {
  /** Households contacted, none of them met. */
  called: string[];
  /** By household: each time it was met face to face. */
  met: Record<string, Millis[]>;
  /** How often something was done for a household (为民活动). */
  activities: number;
}

export function gistOf(entries: Record<string, Entry>): Gist {
  const gist: Gist = { called: [], met: {}, activities: 0 };
  for (const [household, entry] of Object.entries(entries)) {
    const met = meetingsOf(entry);
    if (met.length > 0) gist.met[household] = met;
    else gist.called.push(household);
    for (const count of Object.values(entry.activities ?? {})) gist.activities += count;
  }
  return gist;
}

export function meetingsOf(entry: Entry | undefined): Millis[] {
  return contactsOf(entry).flatMap(({ inPerson, at }) => (inPerson ? [at] : []));
}
