import type { Problem, TimelineEntry } from '../problem/problem';
import type { Span } from '../time/period';
import type { Millis } from '../time/shanghai';
import { addUp, BASICALLY, type Indicators, NO_INDICATORS, type Part } from './indicator';

/** What the figures are counted from. */
export type Counted = Pick<
  Problem,
  '_id' | 'category' | 'createdAt' | 'household' | 'outcome' | 'stars' | 'status' | 'explained' | 'timeline'
>;

/** Somebody at the first desk said what becomes of it: taken up, given to somebody, or passed on by hand. */
export const TAKEN = ['accept', 'assign', 'plan', 'escalate', 'transfer', 'finish', 'explain'] as const;
/** Deadlines for those who must act; the reporter's own time to answer and a pause are none. */
export const DUTIES = ['accept', 'solve', 'promise', 'supervise'] as const;
export const FINISHED = ['finish', 'explain'] as const;
/** What the reporter says in the end. */
export const ANSWERS = ['confirm', 'reopen'] as const;
/** Kept out of every score: found out of scope, merged into another. */
export const OUTSIDE = ['refused', 'merged'] as const;
export const WORKING = ['reported', 'accepted'] as const;
export const DONE = ['finished', 'closed'] as const;

/**
 * The definitions (FIELD §2), as a plain count over the matters of one area. The backend asks the database for the
 * same by one aggregation; a property test holds the two together.
 */
export function countAll(problems: readonly Counted[], span: Span, asOf: Millis): Indicators {
  return { ...addUp(problems.map((one) => countOne(one, span, asOf))), repeat: repeatsIn(problems, span) };
}

function countOne(problem: Counted, span: Span, asOf: Millis): Indicators {
  const within = (at: Millis | undefined): boolean => at !== undefined && at >= span.from && at < span.to;
  const times = (what: TimelineEntry['what']): number =>
    problem.timeline.filter((entry) => entry.what === what && within(entry.at)).length;
  const counted = {
    ...NO_INDICATORS,
    reported: Number(within(problem.createdAt)),
    returned: times('return'),
    reopened: times('reopen'),
    refused: times('refuse'),
    noAnswer: times('lapse'),
  };
  if (has(OUTSIDE, problem.status)) return counted;
  return {
    ...counted,
    accept: acceptOf(problem, within, asOf),
    onTime: onTimeOf(problem, within, asOf),
    ...answersOf(problem, within),
  };
}

type Within = (at: Millis | undefined) => boolean;

function acceptOf({ timeline, status }: Counted, within: Within, asOf: Millis): Part {
  const due = timeline.find(({ deadline }) => deadline)?.deadline?.at;
  const taken = timeline.find(({ what }) => has(TAKEN, what))?.at;
  if (due === undefined || !within(due)) return { n: 0, of: 0 };
  // Withdrawn before anybody had to answer, or not due yet: nobody failed.
  if (taken === undefined && (status === 'withdrawn' || due > asOf)) return { n: 0, of: 0 };
  return { n: Number(taken !== undefined && taken <= due), of: 1 };
}

/** Whatever climbed by the clock was late, once, when it climbed; approved extensions move the promise itself. */
function onTimeOf({ timeline, status }: Counted, within: Within, asOf: Millis): Part {
  const { due, missed, finished = 0 } = promiseOf(timeline);
  if (due === undefined || !within(due)) return { n: 0, of: 0 };
  const done = has(DONE, status);
  const late = missed || (done ? finished > due : has(WORKING, status) && due <= asOf);
  return { n: Number(done && !late), of: Number(done || late) };
}

/** By when a matter was to be done, whether it climbed by the clock instead, and when it was last said to be done. */
export function promiseOf(timeline: readonly TimelineEntry[]): {
  due: Millis | undefined;
  missed: boolean;
  finished: Millis | undefined;
} {
  const missed = timeline.find(({ what, by }) => what === 'climb' || (what === 'supervise' && !by))?.at;
  const promised = timeline.filter(({ deadline }) => deadline && has(DUTIES, deadline.kind)).at(-1)
    ?.deadline?.at;
  const finished = timeline.filter(({ what }) => has(FINISHED, what)).at(-1)?.at;
  return { due: missed ?? promised, missed: missed !== undefined, finished };
}

function answersOf(
  { timeline, stars, explained }: Counted,
  within: Within,
): Pick<Indicators, 'solved' | 'satisfaction'> {
  const last = timeline.filter(({ what }) => has(ANSWERS, what)).at(-1);
  if (!last || !within(last.at)) return { solved: { n: 0, of: 0 }, satisfaction: { n: 0, of: 0 } };
  const yes = last.what === 'confirm';
  // Whoever accepts an explanation has not said "solved", and nobody could have solved it.
  const asked = !(yes && explained);
  return {
    solved: { n: Number(yes && asked), of: Number(asked) },
    satisfaction: {
      n: Number(yes && (stars ?? 0) >= BASICALLY),
      of: Number(!yes || stars !== undefined),
    },
  };
}

/** The same household and category again within the period. */
function repeatsIn(problems: readonly Counted[], span: Span): number {
  const within = problems.filter(({ createdAt }) => createdAt >= span.from && createdAt < span.to);
  const first = new Set(within.map(({ _id, household, category }) => `${household ?? _id} ${category}`));
  return within.length - first.size;
}

function has(list: readonly string[], value: string): boolean {
  return list.includes(value);
}
