import { lineage } from '../area/area';
import type { Aggregate } from '../command/applied';
import { Refusal } from '../error/refusal';
import type { Owing } from '../notice/notice';
import { caseload, type Person, postsOf } from '../person/person';
import type { Place, Voice } from '../problem/problem';
import { isWeekKey, type WeekKey, weekKey, weekSpan } from '../time/period';
import { DAY, MINUTE, type Millis, shanghai } from '../time/shanghai';
import type { Activities, Channel, MissReason } from './channel';

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
}

/** The week's contact with one household; `was` keeps its other contacts and what a correction replaced. */
export interface Entry extends Omit<Contact, 'household'> {
  by: string;
  /** When the cloud took it in; `at` may be earlier, there was no signal. */
  syncedAt: Millis;
  was?: Omit<Entry, 'was'>[];
}

/** 联系台账: one worker × one ISO week. */
/** "Could not reach", as often as it was tried; a chief looks at it. */
export interface Miss {
  at: Millis;
  syncedAt: Millis;
  by: string;
  reason: MissReason;
  note?: string | undefined;
  review?: {
    verdict: 'excused' | 'try-again';
    at: Millis;
    by: { person: string; name: string };
    text?: string;
  };
}

export interface ContactSheet extends Aggregate, Owing {
  worker: string;
  week: WeekKey;
  area: string;
  /** `area@week` for the grid and each area above: one key joins an area to its sheets of a week. */
  rollup: string[];
  entries: Record<string, Entry>;
  /** By household. */
  misses?: Record<string, Miss[]>;
  /** Households owed a contact / contacted / met face to face; reached never exceeds due. */
  due: number;
  reached: number;
  met: number;
}

export type SheetCounts = Pick<ContactSheet, 'week' | 'due' | 'reached' | 'met'>;

/** Entries for a past week are taken until its books close: one day after the week's end. */
export const WEEK_GRACE: Millis = DAY;
/** A phone's clock may run ahead a little. */
const CLOCK_SKEW: Millis = 5 * MINUTE;

export function sheetId(worker: string, week: WeekKey): string {
  return `${worker}_${week}`;
}

export function rollupKey(area: string, week: WeekKey): string {
  return `${area}@${week}`;
}

export function newSheet(worker: Person, week: WeekKey): ContactSheet {
  const area = postsOf(worker, 'worker')[0]?.area ?? worker.area;
  return {
    _id: sheetId(worker._id, week),
    rev: 0,
    applied: [],
    outbox: [],
    worker: worker._id,
    week,
    area,
    rollup: lineage(area).map((code) => rollupKey(code, week)),
    entries: {},
    due: dueIn(worker, week).length,
    reached: 0,
    met: 0,
  };
}

/** Whom the worker owes a contact this week: the households linked to them at its end. */
function dueIn(worker: Person, week: WeekKey): string[] {
  const { to } = weekSpan(week);
  const held = (worker.links ?? []).filter((link) => link.from < to && (link.to ?? to) >= to);
  return [...new Set(held.map((link) => link.household))];
}

/**
 * Takes a batch of contacts into the sheet. One entry per household: its best contact of the week, so that a meeting
 * is never lost to a later phone call; every other contact stays in `was`.
 * @throws Refusal BAD_INPUT, NOT_YOURS, PERIOD_CLOSED with the path of the entry; nothing is taken in then
 */
export function record(
  sheet: ContactSheet,
  worker: Person,
  contacts: readonly Contact[],
  now: Millis,
): ContactSheet {
  if (now >= weekSpan(sheet.week).to + WEEK_GRACE) throw new Refusal('PERIOD_CLOSED', { path: 'week' });
  const entries = { ...sheet.entries };
  contacts.forEach((contact, index) => {
    check(contact, sheet.week, worker, now, `entries.${index}`);
    const before = entries[contact.household];
    entries[contact.household] = merge(before, contact, worker._id, now);
  });
  const all = Object.values(entries);
  return {
    ...sheet,
    entries,
    // Contacted before a hand-over in mid-week: done by this worker, so due of this worker.
    due: new Set([...dueIn(worker, sheet.week), ...Object.keys(entries)]).size,
    reached: all.length,
    met: all.filter((entry) => entry.inPerson).length,
  };
}

function check(contact: Contact, week: WeekKey, worker: Person, now: Millis, path: string): void {
  const bad = (field: string, zh: string, en: string) =>
    new Refusal('BAD_INPUT', { path: `${path}.${field}`, words: { zh, en } });
  if (contact.at > now + CLOCK_SKEW)
    throw bad('at', '联系时间不能晚于现在', 'A contact cannot lie in the future');
  if (weekKey(contact.at) !== week)
    throw bad('at', `联系时间不在 ${week} 这一周`, `The contact is not in week ${week}`);
  if (!caseload(worker, contact.at).includes(contact.household)) {
    throw new Refusal('NOT_YOURS', { path: `${path}.household` });
  }
}

/**
 * The week's contact with a household is its best one: a meeting before any other, then the latest.
 * The others, and what a correction replaced, stay in `was`.
 */
function merge(before: Entry | undefined, contact: Contact, by: string, now: Millis): Entry {
  const { household: _, ...said } = contact;
  const fresh: Once = { ...said, by, syncedAt: now };
  if (!before) return fresh;
  const { was = [], ...last } = before;
  if (saysNothingNew(last, fresh)) return before;
  const [best, other] = outranks(last, fresh) ? [last, fresh] : [fresh, last];
  return { ...best, ...details(best, other), was: [...was, other] };
}

/** A contact as it was said once. */
type Once = Omit<Entry, 'was'>;

function outranks(a: Once, b: Once): boolean {
  return a.inPerson === b.inPerson ? a.at > b.at : a.inPerson;
}

/** The same household ticked again on the same day, with nothing to add. */
function saysNothingNew(before: Once, again: Once): boolean {
  const same =
    before.channel === again.channel &&
    before.inPerson === again.inPerson &&
    shanghai(before.at).isSame(shanghai(again.at), 'day');
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
  return {
    ...(note ? { note } : {}),
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

/** The week a batch belongs to: the one stated, else the one its first contact lies in. @throws Refusal BAD_INPUT */
export function weekOf(stated: string | undefined, first: Millis): WeekKey {
  if (stated === undefined) return weekKey(first);
  if (!isWeekKey(stated)) {
    throw new Refusal('BAD_INPUT', {
      path: 'week',
      words: { zh: '没有这一周', en: 'There is no such week' },
    });
  }
  return stated;
}
