import type { StudyAnswer } from '../../domain/contract/views';
import type { StudySession } from '../../domain/study/session';
import type { Millis } from '../../domain/time/shanghai';

export function answerOf({ _id, status, items }: StudySession, asOf: Millis): StudyAnswer {
  const decided = items.filter(({ decision }) => decision).length;
  return {
    session: _id,
    state: status === 'held' ? 'held' : 'running',
    decided,
    open: items.length - decided,
    asOf,
  };
}
