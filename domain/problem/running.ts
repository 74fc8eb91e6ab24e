import type { Millis } from '../time/shanghai';
import type { Deadline, DeadlineKind } from './ladder';
import { isOpen, type Problem } from './problem';

/** Shares of the running time after which whoever must act is warned. */
const WARN_AT = [0.5, 0.8] as const;
/** Only what somebody on a desk must do is warned of. */
const WARNED: readonly DeadlineKind[] = ['accept', 'solve', 'promise'];

/** The instant by which this share of the running time has gone; suspended stretches do not count. */
export function instantAt({ from, at, pauses = [] }: Deadline, share: number): Millis {
  const stood = pauses.reduce((sum, pause) => sum + pause.to - pause.from, 0);
  let instant = from + (at - from - stood) * share;
  for (const pause of pauses) if (instant > pause.from) instant += pause.to - pause.from;
  return Math.round(instant);
}

/** How many warnings of the deadline lie behind at `now`. */
export function warningsBy(deadline: Deadline, now: Millis): number {
  if (!WARNED.includes(deadline.kind)) return WARN_AT.length;
  return WARN_AT.filter((share) => instantAt(deadline, share) <= now).length;
}

/** The problem with a new deadline. What of its time has gone already is not warned of any more. */
export function due(problem: Problem, deadline: Deadline, now: Millis): Problem {
  return { ...problem, deadline, warned: warningsBy(deadline, now) };
}

/**
 * What follows from the rest, in one place: when the clock acts next and on what (the earliest of warning and
 * deadline), and who has a hand in it. An ended matter has neither.
 */
export function settle(problem: Problem): Problem {
  const { deadline, nextAt: _at, nextIs: _is, warned = 0, ...rest } = problem;
  if (!isOpen(problem) || !deadline) return { ...rest, hands: [] };
  const share = WARNED.includes(deadline.kind) ? WARN_AT[warned] : undefined;
  return {
    ...rest,
    deadline,
    warned,
    nextAt: share === undefined ? deadline.at : instantAt(deadline, share),
    nextIs: share === undefined ? 'deadline' : 'warn',
    hands: handsOf(problem),
  };
}

function handsOf({ status, holder, lead, helpers = [], request }: Problem): string[] {
  // Once done it waits for the reporter, and only the holder still answers for it.
  if (status === 'finished') return [holder.key];
  const keys = [holder, lead, ...helpers, request?.to].flatMap((hand) => hand?.key ?? []);
  return [...new Set(keys)];
}
