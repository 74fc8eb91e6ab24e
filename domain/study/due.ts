import { areaAt, levelAbove } from '../area/area';
import type { StudyFacts } from '../notice/facts';
import { type Audience, owe } from '../notice/notice';
import { LEVEL_ROLE } from '../person/person';
import type { Millis } from '../time/shanghai';
import { spanOf } from './period';
import { GRACE, type StudySession } from './session';

/**
 * What the clock does to a session whose `nextAt` has come: the reminder three days before the end, then, when it is
 * still not held after the days of grace, one alert to the level above. Held sessions hear nothing.
 */
export function whenDue(session: StudySession, now: Millis): StudySession {
  if (session.status === 'held' || session.nextAt === undefined || session.nextAt > now) return session;
  const { to } = spanOf(session.level, session.period);
  const alertAt = to + GRACE;
  if (now < alertAt) {
    const reminded = { ...session, nextAt: alertAt };
    return tell(reminded, 'session-due', here(session), to, now);
  }
  const { nextAt: _, ...rest } = session;
  return tell({ ...rest, missedAt: now }, 'session-missed', above(session), to, now);
}

function tell(
  session: StudySession,
  kind: 'session-due' | 'session-missed',
  to: Audience,
  until: Millis,
  now: Millis,
): StudySession {
  const facts: StudyFacts = {
    name: session.areaName,
    areaPath: session.areaPath,
    period: session.period,
    until,
  };
  return owe(session, {
    key: `${session._id}.${kind}`,
    kind,
    to,
    about: { kind: 'study', id: session._id },
    urgent: false,
    at: now,
    facts,
  });
}

function here({ area, level }: StudySession): Audience {
  return { post: { role: LEVEL_ROLE[level], area } };
}

/** Above the banner nobody sits; its supervisors are told. */
function above({ area, level }: StudySession): Audience {
  const next = levelAbove(level);
  if (!next) return { post: { role: 'supervisor', area } };
  return { post: { role: LEVEL_ROLE[next], area: areaAt(area, next) } };
}
