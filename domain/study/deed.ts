import type { NewDeed } from '../deed/decide';
import { CATEGORIES } from '../problem/category';
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
    // The list is public: what a resident wrote stays in the matter.
    promise: text ?? nameOf(item, session),
    responsible: lead,
    dueAt: promisedAt,
    source: { kind: 'session', id: session._id, item: item.id },
  };
}

function nameOf({ kind, category, text, areaPath }: AgendaItem, { areaName }: StudySession): string {
  if (kind === 'own') return text || areaName;
  return `${areaPath}：${category ? CATEGORIES[category].zh : '居民反映的问题'}`;
}
