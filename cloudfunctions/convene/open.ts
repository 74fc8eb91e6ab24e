import type { Area } from '../../domain/area/area';
import { isStudyLevel, periodAt, periodBefore, STUDY_LEVELS } from '../../domain/study/period';
import { carriedFrom, newSession, type StudySession, sessionId } from '../../domain/study/session';
import { type Millis, shanghai } from '../../domain/time/shanghai';
import { insert } from '../kit/aggregate';
import { _ } from '../kit/cloud';
import { all, one } from '../kit/collections';

/** Periods begin at midnight: once a day is enough, at the first firing of the day. */
export async function openedOn(at: Millis): Promise<{ day: number; open: boolean }> {
  const day = Number(shanghai(at).format('YYYYMMDD'));
  const last = await one('heartbeats', 'convene');
  return { day, open: last?.counts.day !== day };
}

/** Every area's session of the running period; a key that exists is left alone. @returns how many are new */
export async function openSessions(at: Millis): Promise<number> {
  const areas = await all('areas', (some) => some.where({ level: _.in([...STUDY_LEVELS]) }).limit(1000));
  const places = areas.flatMap((area) =>
    isStudyLevel(area.level) ? [{ area, level: area.level, period: periodAt(area.level, at) }] : [],
  );
  const have = await sessionsOf(places.map(({ area, period }) => sessionId(area._id, period)));
  const missing = places.filter(({ area, period }) => !have.has(sessionId(area._id, period)));
  if (missing.length === 0) return 0;
  const idBefore = ({ area, level, period }: (typeof places)[number]) =>
    sessionId(area._id, periodBefore(level, period));
  const before = await sessionsOf(missing.map(idBefore));
  let opened = 0;
  for (const place of missing) {
    if (await openOne(place.area, place.period, before.get(idBefore(place)) ?? null)) opened += 1;
  }
  return opened;
}

function openOne(area: Area, period: string, before: StudySession | null): Promise<boolean> {
  return insert('sessions', newSession(area, period, carriedFrom(before)));
}

async function sessionsOf(ids: readonly string[]): Promise<Map<string, StudySession>> {
  const found = await all('sessions', (some) => some.where({ _id: _.in([...ids]) }).limit(1000));
  return new Map(found.map((session) => [session._id, session]));
}
