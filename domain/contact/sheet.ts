import { lineage } from '../area/area';
import type { Aggregate } from '../command/applied';
import { Refusal } from '../error/refusal';
import { caseload, type Person, postsOf } from '../person/person';
import { isWeekKey, type WeekKey, weekKey, weekSpan } from '../time/period';
import { DAY, MINUTE, type Millis } from '../time/shanghai';
import type { Activity, Channel } from './channel';

/** What a worker says of one contact. */
export interface Contact {
  household: string;
  channel: Channel;
  inPerson: boolean;
  at: Millis;
  note?: string | undefined;
  activities?: Activity[] | undefined;
  photos?: string[] | undefined;
}

/** The week's contact with one household; `was` keeps what a correction replaced. */
export interface Entry extends Omit<Contact, 'household'> {
  by: string;
  /** When the cloud took it in; `at` may be earlier, there was no signal. */
  syncedAt: Millis;
  was?: Omit<Entry, 'was'>[];
}

/** 联系台账: one worker × one ISO week. */
export interface ContactSheet extends Aggregate {
  worker: string;
  week: WeekKey;
  area: string;
  /** `area@week` for the grid and each area above: one key joins an area to its sheets of a week. */
  rollup: string[];
  entries: Record<string, Entry>;
  /** Households linked in this week / contacted / met face to face. */
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
    worker: worker._id,
    week,
    area,
    rollup: lineage(area).map((code) => rollupKey(code, week)),
    entries: {},
    due: linkedIn(worker, week).length,
    reached: 0,
    met: 0,
  };
}

/** Households linked to the worker at any time of that week. */
function linkedIn(worker: Person, week: WeekKey): string[] {
  const span = weekSpan(week);
  const held = (worker.links ?? []).filter((link) => link.from < span.to && (link.to ?? span.to) > span.from);
  return [...new Set(held.map((link) => link.household))];
}

/**
 * Takes a batch of contacts into the sheet. One entry per household: a later contact replaces an earlier one,
 * except that a meeting is never lost to a later phone call, and what was replaced stays in `was`.
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
    due: linkedIn(worker, sheet.week).length,
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

function merge(before: Entry | undefined, contact: Contact, by: string, now: Millis): Entry {
  const { household: _, ...said } = contact;
  const fresh: Entry = { ...said, by, syncedAt: now };
  if (!before) return fresh;
  const { was = [], ...last } = before;
  if (before.inPerson && !contact.inPerson) {
    const kept = { ...last, ...details(last, contact), syncedAt: now };
    return sameContact(last, kept) ? before : { ...kept, was: [...was, fresh] };
  }
  const merged = { ...fresh, ...details(last, contact) };
  return sameContact(last, merged) ? before : { ...merged, was: [...was, last] };
}

/** Nothing that was written down is dropped by ticking the household once more. */
function details(before: Omit<Entry, 'was'>, contact: Contact) {
  const union = <T>(a: readonly T[] = [], b: readonly T[] = []): T[] => [...new Set([...a, ...b])];
  const activities = union(before.activities, contact.activities);
  const photos = union(before.photos, contact.photos);
  const note = contact.note ?? before.note;
  return {
    ...(note ? { note } : {}),
    ...(activities.length ? { activities } : {}),
    ...(photos.length ? { photos } : {}),
  };
}

function sameContact(a: Omit<Entry, 'was'>, b: Omit<Entry, 'was'>): boolean {
  const plain = ({ syncedAt: _s, at: _a, by: _b, ...rest }: Omit<Entry, 'was'>) =>
    JSON.stringify(Object.entries(rest).sort());
  return plain(a) === plain(b);
}

/** The week a batch belongs to: the one stated, else the one of now. @throws Refusal BAD_INPUT */
export function weekOf(stated: string | undefined, now: Millis): WeekKey {
  if (stated === undefined) return weekKey(now);
  if (!isWeekKey(stated)) {
    throw new Refusal('BAD_INPUT', {
      path: 'week',
      words: { zh: '没有这一周', en: 'There is no such week' },
    });
  }
  return stated;
}
