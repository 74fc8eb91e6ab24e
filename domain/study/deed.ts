import type { NewDeed } from '../deed/decide';
import type { AgendaItem, StudySession } from './session';

/** What is decided to be solved goes onto the organisation's list under a key of its own: made once. */
export function deedOf(session: StudySession, item: AgendaItem): NewDeed | null {
  const { decision, by } = item;
  if (decision?.kind !== 'solve' || !by) return null;
  const { lead, promisedAt, text } = decision;
  return {
    id: `d-${session._id}-${item.id}`,
    list: 'organisation',
    area: session.area,
    areaPath: session.areaPath,
    owner: by,
    promise: (text ?? item.text) || session.areaName,
    responsible: lead,
    dueAt: promisedAt,
    source: { kind: 'session', id: session._id, item: item.id },
  };
}
