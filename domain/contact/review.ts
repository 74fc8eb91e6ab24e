import { owe } from '../notice/notice';
import type { Person } from '../person/person';
import type { Millis } from '../time/shanghai';
import { type Verdict, withReview } from './miss';
import { type ContactSheet, counted } from './sheet';

interface Looked {
  household: { id: string; head: string };
  verdict: Verdict;
  text?: string | undefined;
  by: Person;
}

/**
 * A chief has looked at a household that could not be reached; the worker hears of it.
 * @throws Refusal NOT_FOUND when the sheet says no such thing, NOT_NOW when nothing waits there
 */
export function review(
  sheet: ContactSheet,
  { household, verdict, text, by }: Looked,
  now: Millis,
): ContactSheet {
  const said = { verdict, at: now, by: { person: by._id, name: by.name }, ...(text ? { text } : {}) };
  const misses = withReview(sheet, household.id, said);
  const areaPath = by.posts.find((post) => sheet.area.startsWith(post.area))?.areaPath ?? by.areaPath;
  return owe(counted({ ...sheet, misses }), {
    key: `reviewed.${household.id}.${sheet.week}.${sheet.rev}`,
    kind: 'miss-reviewed',
    to: { person: sheet.worker },
    about: { kind: 'household', id: household.id },
    urgent: false,
    at: now,
    facts: {
      name: household.head,
      areaPath,
      week: sheet.week,
      outcome: verdict,
      ...(text ? { text } : {}),
    },
  });
}

/** A handful of misses says little; a quarter of what is owed says: look closer. */
const OFTEN_SHARE = 0.25;
const OFTEN_TIMES = 4;

/** Whether a worker says "could not reach" conspicuously often; both figures over eight weeks. */
export function saysItOften(misses: number, due: number): boolean {
  return misses >= OFTEN_TIMES && misses >= due * OFTEN_SHARE;
}
