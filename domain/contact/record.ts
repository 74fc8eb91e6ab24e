import { Refusal } from '../error/refusal';
import { type Audience, owe } from '../notice/notice';
import { caseload, type Person } from '../person/person';
import { type WeekKey, weekKey } from '../time/period';
import { MINUTE, type Millis } from '../time/shanghai';
import { gridOfHousehold } from './duty';
import { type Contact, merge } from './entry';
import { dayOf, type Miss, type Missed, withMiss } from './miss';
import { booksClose, type ContactSheet, counted } from './sheet';

/** A phone's clock may run ahead a little. */
const CLOCK_SKEW: Millis = 5 * MINUTE;

/**
 * Takes a batch of contacts, and of households that could not be reached, into the sheet. One entry per household: its
 * best contact of the week, so that a meeting is never lost to a later phone call; every other contact stays in `was`.
 * @throws Refusal BAD_INPUT, NOT_YOURS, PERIOD_CLOSED with the path of the entry; nothing is taken in then
 */
export function record(
  sheet: ContactSheet,
  worker: Person,
  contacts: readonly Contact[],
  now: Millis,
  misses: readonly Missed[] = [],
): ContactSheet {
  if (now >= booksClose(sheet.week)) throw new Refusal('PERIOD_CLOSED', { path: 'week' });
  const by = { by: worker._id, syncedAt: now };
  const entries = { ...sheet.entries };
  contacts.forEach((contact, index) => {
    check(contact, sheet.week, worker, now, `entries.${index}`);
    const { household, corrects, ...said } = contact;
    const fresh = { ...said, ...by, ...grid(sheet, worker, contact) };
    entries[household] = merge(entries[household], fresh, corrects);
  });
  const tries = { ...sheet.misses };
  misses.forEach((missed, index) => {
    check(missed, sheet.week, worker, now, `misses.${index}`);
    const { household, ...said } = missed;
    tries[household] = withMiss(tries[household], { ...said, ...by, ...grid(sheet, worker, missed) });
  });
  const after = counted(
    { ...sheet, entries, ...(Object.keys(tries).length > 0 ? { misses: tries } : {}) },
    worker,
  );
  return oweChief(sheet, after, worker, now);
}

/** Only what differs from the sheet's own grid is kept. */
function grid(sheet: ContactSheet, worker: Person, { household, at }: { household: string; at: Millis }) {
  const area = gridOfHousehold(worker, household, at);
  return area === sheet.area ? {} : { area };
}

function check(
  { household, at }: { household: string; at: Millis },
  week: WeekKey,
  worker: Person,
  now: Millis,
  path: string,
): void {
  const bad = (zh: string, en: string) => new Refusal('BAD_INPUT', { path: `${path}.at`, words: { zh, en } });
  if (at > now + CLOCK_SKEW) throw bad('联系时间不能晚于现在', 'A contact cannot lie in the future');
  if (weekKey(at) !== week) throw bad(`联系时间不在 ${week} 这一周`, `The contact is not in week ${week}`);
  if (!caseload(worker, at).includes(household))
    throw new Refusal('NOT_YOURS', { path: `${path}.household` });
}

/** The chief hears of a worker's misses once a day, however many there are. */
function oweChief(before: ContactSheet, after: ContactSheet, worker: Person, now: Millis): ContactSheet {
  if ((after.waiting ?? 0) <= (before.waiting ?? 0) || toldOn(before, dayOf(now))) return after;
  const to: Audience = { post: { role: 'chief', area: after.area } };
  const areaPath = worker.posts.find((post) => post.area === after.area)?.areaPath ?? worker.areaPath;
  return owe(after, {
    key: `miss.${worker._id}.${dayOf(now)}`,
    kind: 'miss-to-review',
    to,
    about: { kind: 'coverage', id: after.area },
    urgent: false,
    at: now,
    facts: { name: worker.name, areaPath, week: after.week, count: after.waiting ?? 0 },
  });
}

function toldOn({ misses = {} }: ContactSheet, day: string): boolean {
  return Object.values(misses).some((tries: readonly Miss[]) =>
    tries.some(({ syncedAt }) => dayOf(syncedAt) === day),
  );
}
