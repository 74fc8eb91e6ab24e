import { contactsOf, type Entry } from '../contact/entry';
import type { ContactSheet } from '../contact/sheet';
import { Refusal } from '../error/refusal';
import { type WeekKey, weekSpan } from '../time/period';
import { DAY, type Millis } from '../time/shanghai';
import type { Household, Word } from './household';

/** A household is asked about contacts of this long. */
const ASKED_FOR: Millis = 14 * DAY;
/** What was said stays as long as the history on a household's page. */
const KEPT: Millis = 26 * 7 * DAY;

/** The contacts of the last two weeks with this household, the latest first. */
export function recentContacts(
  household: string,
  sheets: readonly Pick<ContactSheet, 'week' | 'entries'>[],
  at: Millis,
): { week: WeekKey; entry: Entry }[] {
  return sheets
    .flatMap(({ week, entries }) => {
      const entry = entries[household];
      return entry && entry.at > at - ASKED_FOR ? [{ week, entry }] : [];
    })
    .sort((a, b) => b.entry.at - a.entry.at);
}

/** When anybody of these sheets was last in contact with the household, corrections looked through. */
export function lastContact(
  household: string,
  sheets: readonly Pick<ContactSheet, 'entries'>[],
): Millis | null {
  const times = sheets.flatMap(({ entries }) => {
    return contactsOf(entries[household]).map(({ at }) => at);
  });
  return times.length > 0 ? Math.max(...times) : null;
}

/**
 * The household's word about a week's contact. A resident may change it once; the latest counts.
 * @throws Refusal NOT_NOW when it was changed before
 */
export function vouch(household: Household, week: WeekKey, word: Omit<Word, 'was'>): Household {
  const before = household.words?.[week];
  const own = before?.by.role === 'resident' ? before : undefined;
  if (own && own.said === word.said && (word.text === undefined || own.text === word.text)) return household;
  if (own?.was?.role === 'resident') {
    const words = { zh: '已经改过一次了，请直接告诉网格员', en: 'This was changed before' };
    throw new Refusal('NOT_NOW', { path: 'week', words });
  }
  const was = before && { said: before.said, at: before.at, role: before.by.role };
  const kept = Object.entries(household.words ?? {}).filter(([key]) => weekSpan(key).to > word.at - KEPT);
  return {
    ...household,
    words: { ...Object.fromEntries(kept), [week]: { ...word, ...(was ? { was } : {}) } },
  };
}
