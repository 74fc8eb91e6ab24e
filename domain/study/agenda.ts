import type { Problem } from '../problem/problem';
import type { AgendaItem, StudySession } from './session';

const TRIED = 4;
const TEXT = 200;

/** What an open matter looks like on the agenda today. */
export function itemOf(problem: Problem): AgendaItem {
  const { timeline } = problem;
  return {
    id: problem._id,
    kind: 'problem',
    category: problem.category,
    urgent: problem.urgent,
    areaPath: problem.areaPath,
    text: (problem.text ?? '').slice(0, TEXT),
    since: problem.createdAt,
    ladder: [...new Set(timeline.flatMap(({ holder }) => (holder ? [problem.areaNames[holder.level]] : [])))],
    tried: timeline
      .filter(({ what, text, by }) => text && by && what !== 'report' && by.role !== 'reporter')
      .slice(-TRIED)
      .map(({ text }) => text!.slice(0, TEXT)),
    ...(problem.deadline ? { due: problem.deadline.at } : {}),
    ...(problem.urgent || problem.deferred?.includes(problem.holder.level) ? { deferred: true } : {}),
  };
}

/**
 * The agenda: what waits on the level's desk, computed from the matters themselves, and what stands in the session.
 * Undecided first, the earliest deadline on top.
 */
export function agendaOf(
  session: Pick<StudySession, 'items' | 'status'>,
  waiting: readonly Problem[],
): AgendaItem[] {
  const frozen = new Set(session.items.map(({ id }) => id));
  const computed = session.status === 'held' ? [] : waiting.filter(({ _id }) => !frozen.has(_id)).map(itemOf);
  return [...session.items, ...computed].sort(
    (a, b) =>
      Number(a.decision !== undefined) - Number(b.decision !== undefined) ||
      (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY) ||
      a.since - b.since,
  );
}

/** A matter with a promised date has been studied; it comes back when the promise is missed, one level up. */
export function awaitsStudy({ deadline }: Pick<Problem, 'deadline'>): boolean {
  return deadline?.kind !== 'promise';
}
