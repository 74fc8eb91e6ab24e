import type { StudyView } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { agendaOf } from '../../domain/study/agenda';
import { complianceOf } from '../../domain/study/compliance';
import { spanOf } from '../../domain/study/period';
import { GRACE, type StudySession } from '../../domain/study/session';
import type { Millis } from '../../domain/time/shanghai';
import { all } from '../kit/collections';
import type { Call } from '../kit/serve';
import { briefsOf } from './briefs';
import { invitedTo } from './invited';
import { freshSession, placeOf, type StudyPlace } from './place';
import { waitingAt } from './waiting';

/** The whole page in one call: agenda, who belongs at the table, and the year so far. */
export async function open({ input, caller: { person }, at }: Call<'study.open'>): Promise<StudyView> {
  const place = placeOf('study.open', input, person, at);
  const { area, level, period, id } = place;
  const { from, to } = spanOf(level, period);
  if (from > at) throw new Refusal('NOT_FOUND', { path: 'period' });
  const [sessions, waiting, invited] = await Promise.all([
    all('sessions', (some) => some.where({ area, year: period.slice(0, 4) }).limit(24)),
    waitingAt(area, level),
    place.chairs ? invitedTo(area, level) : Promise.resolve([]),
  ]);
  const session = sessions.find(({ _id }) => _id === id) ?? (await freshSession(place));
  const running = at < to + GRACE;
  return {
    session: id,
    area: { code: area, name: session.areaName, path: session.areaPath },
    level,
    period,
    from,
    to,
    until: to + GRACE,
    state: stateOf(session, at),
    chairs: place.chairs && session.status === 'open' && running,
    // What is over shows what was decided then, not what waits today.
    agenda: agendaOf(session, running ? waiting : []),
    attendance: session.attendance,
    invited,
    ...(session.minutes ? { minutes: session.minutes } : {}),
    ...(session.heldAt ? { heldAt: session.heldAt } : {}),
    ...(session.heldBy ? { heldBy: session.heldBy.name } : {}),
    calendar: calendarOf(place, sessions, at),
    asOf: at,
  };
}

export function stateOf({ status, level, period }: StudySession, at: Millis): StudyView['state'] {
  if (status === 'held') return 'held';
  return at < spanOf(level, period).to + GRACE ? 'running' : 'missed';
}

function calendarOf(
  { level, period }: StudyPlace,
  sessions: StudySession[],
  at: Millis,
): StudyView['calendar'] {
  const year = period.slice(0, 4);
  return { year, ...complianceOf(level, year, briefsOf(sessions), at) };
}
