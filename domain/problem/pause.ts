import { Refusal } from '../error/refusal';
import { DAY, type Millis } from '../time/shanghai';
import { onWorkday } from '../time/workday';
import { dateBy } from './ladder';
import type { Problem } from './problem';
import { due } from './running';

/** Source: suspension of at most 30 days in all. */
const MOST_PAUSED = 30 * DAY;

/** The deadline stands still until `until`. @throws Refusal BAD_INPUT over 30 days in all, NOT_NOW when it is due already */
export function suspend(problem: Problem, until: Millis, now: Millis): Problem {
  const { deadline, holder, pausedFor = 0 } = problem;
  if (!deadline || deadline.at <= now) throw tooLate();
  if (until <= now) throw notAhead();
  if (until - now + pausedFor > MOST_PAUSED) {
    const left = Math.max(0, Math.floor((MOST_PAUSED - pausedFor) / DAY));
    throw new Refusal('BAD_INPUT', {
      path: 'until',
      words: {
        zh: `一件事总共最多挂起30天，还剩${left}天`,
        en: `At most 30 days in all, ${left} are left`,
      },
    });
  }
  const paused = { since: now, deadline };
  return due({ ...problem, paused }, dateBy('resume', holder.level, now, until), now);
}

/** The time that was left goes on. A suspension that the sweep ends late counts to its end date, not longer. */
export function resume(problem: Problem, now: Millis): Problem {
  const { paused, pausedFor = 0, deadline: end, ...rest } = problem;
  if (!paused || !end) return problem;
  const { since, deadline } = paused;
  const pause = { from: since, to: Math.min(now, end.at) };
  const stood = pause.to - pause.from;
  const moved = deadline.at + stood;
  // Working days stay working days: nothing falls due on a Sunday because it stood still for a while.
  const at = deadline.rule.kind === 'workdays' ? onWorkday(moved) : moved;
  const later = { ...deadline, at, pauses: [...(deadline.pauses ?? []), pause] };
  return due({ ...rest, pausedFor: pausedFor + stood }, later, now);
}

export function tooLate(): Refusal {
  return new Refusal('NOT_NOW', {
    path: 'problem',
    words: { zh: '期限已经到了，不能再推', en: 'The deadline has passed already' },
  });
}

export function notAhead(): Refusal {
  return new Refusal('BAD_INPUT', {
    path: 'until',
    words: { zh: '请选一个以后的日期', en: 'Please choose a day ahead' },
  });
}
