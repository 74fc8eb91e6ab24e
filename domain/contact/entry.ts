import type { AreaCode } from '../area/area';
import type { Place, Voice } from '../problem/problem';
import { HOUR, type Millis } from '../time/shanghai';
import type { Activities, Channel } from './channel';

/** What a worker says of one contact. */
export interface Contact {
  household: string;
  channel: Channel;
  inPerson: boolean;
  at: Millis;
  note?: string | undefined;
  voice?: Voice | undefined;
  activities?: Activities | undefined;
  photos?: string[] | undefined;
  place?: Place | undefined;
  /** Replaces what this worker recorded for the week by mistake; that stays in `was`, marked. */
  corrects?: boolean | undefined;
}

/** The week's contact with one household; `was` keeps its other contacts and what a correction replaced. */
export interface Entry extends Omit<Contact, 'household' | 'corrects'> {
  by: string;
  /** When the cloud took it in; `at` may be earlier, there was no signal. */
  syncedAt: Millis;
  /** Grid of the household, when it is not the sheet's. */
  area?: AreaCode;
  /** Taken back by a correction: it was not so. */
  mistaken?: true;
  was?: Omit<Entry, 'was'>[];
}

/** A contact as it was said once. */
export type Once = Omit<Entry, 'was'>;

/** What was really so: the week's contact and the others, without what a correction took back. */
export function contactsOf(entry: Entry | undefined): Once[] {
  return entry ? [entry, ...(entry.was ?? []).filter(({ mistaken }) => !mistaken)] : [];
}

/**
 * The week's contact with a household is its best one: a meeting before any other, then the latest.
 * The others, and what a correction replaced, stay in `was`.
 */
export function merge(before: Entry | undefined, fresh: Once, corrects = false): Entry {
  if (!before) return fresh;
  const { was = [], ...last } = before;
  if (corrects) return { ...fresh, was: [...was, { ...last, mistaken: true }] };
  if (saysNothingNew(last, fresh)) return before;
  const [best, other] = outranks(last, fresh) ? [last, fresh] : [fresh, last];
  return { ...best, ...details(best, other), was: [...was, other] };
}
function outranks(a: Once, b: Once): boolean {
  return a.inPerson === b.inPerson ? a.at > b.at : a.inPerson;
}

/** The same household ticked again within the hour, with nothing to add. Later it is another call: it may answer a wish. */
function saysNothingNew(before: Once, again: Once): boolean {
  const same =
    before.channel === again.channel &&
    before.inPerson === again.inPerson &&
    Math.abs(again.at - before.at) < HOUR;
  const told = details(before, again);
  return same && JSON.stringify(told) === JSON.stringify(details(before, before));
}

/** Nothing that was written down is dropped by ticking the household once more; the newer words stand. */
function details(best: Once, other: Once) {
  const union = <T>(a: readonly T[] = [], b: readonly T[] = []): T[] => [...new Set([...a, ...b])];
  const [newer, older] = best.syncedAt > other.syncedAt ? [best, other] : [other, best];
  const activities = most(best.activities, other.activities);
  const photos = union(best.photos, other.photos);
  const note = newer.note ?? older.note;
  const voice = newer.voice ?? older.voice;
  const place = newer.place ?? older.place;
  return {
    ...(note ? { note } : {}),
    ...(voice ? { voice } : {}),
    ...(place ? { place } : {}),
    ...(Object.keys(activities).length ? { activities } : {}),
    ...(photos.length ? { photos } : {}),
  };
}

/** Of each activity the larger count: a second tick does not count the same deed twice. */
function most(a: Activities = {}, b: Activities = {}): Activities {
  const all = { ...a };
  for (const [activity, count] of Object.entries(b) as [keyof Activities, number][])
    all[activity] = Math.max(all[activity] ?? 0, count);
  return all;
}
