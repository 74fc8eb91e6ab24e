import type { SessionBrief } from '../../domain/study/compliance';
import type { StudySession } from '../../domain/study/session';

export function briefsOf(sessions: readonly StudySession[]): SessionBrief[] {
  return sessions.map(({ period, status, heldAt, items }) => ({
    period,
    status,
    ...(heldAt === undefined ? {} : { heldAt }),
    decided: items.filter(({ decision }) => decision && decision.kind !== 'carry').length,
  }));
}
