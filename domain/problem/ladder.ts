import type { Level } from '../area/area';
import { type Span, type StudyPeriod, studySpan } from '../time/period';
import { DAY, HOUR, type Millis } from '../time/shanghai';
import { addWorkdays } from '../time/workday';

/** How long a level has. Elapsed hours and days run through; `workdays` skip what is not a working day. */
export type Allowance =
  | { kind: 'elapsed'; ms: Millis }
  | { kind: 'workdays'; days: number }
  /** Must be studied by the end of the running period, or of the following one when fewer than `minDays` remain. */
  | { kind: 'study'; period: StudyPeriod; minDays: number };

/** Why a deadline lies where it lies. */
type Ground =
  | Allowance
  /** A session put it off to the end of the following period. */
  | { kind: 'deferred'; period: StudyPeriod }
  /** A day that somebody named. */
  | { kind: 'date' };

interface Step {
  /** Until somebody says "mine". */
  accept: Allowance;
  /** Until it is done. */
  solve: Allowance;
}

/** Frozen into each problem. */
export interface Ladder {
  version: string;
  steps: Record<Level, Step>;
}

/** `promise`: the day a session promised. `resume`: the day a suspension ends. */
export type DeadlineKind = 'accept' | 'solve' | 'promise' | 'supervise' | 'answer' | 'resume';

/** A promise that can explain itself: when it started, by which rule, when it ends. */
export interface Deadline {
  kind: DeadlineKind;
  level: Level;
  from: Millis;
  at: Millis;
  rule: Ground;
  /** Stretches that do not count, because the matter was suspended; `at` has moved by as much. */
  pauses?: Span[];
  /** An approved extension: from which instant to which `at` moved. */
  extended?: Span;
}

const study = (period: StudyPeriod, minDays: number): Step => {
  const rule: Allowance = { kind: 'study', period, minDays };
  return { accept: rule, solve: rule };
};
const within = (ms: Millis): Step => ({ accept: { kind: 'elapsed', ms }, solve: { kind: 'elapsed', ms } });

/** Defaults as data; source: deadlines of the field (hotline, grid, study sessions). */
export const LADDERS = {
  normal: {
    version: 'normal-1',
    steps: {
      grid: { accept: { kind: 'elapsed', ms: 24 * HOUR }, solve: { kind: 'workdays', days: 5 } },
      village: study('half-month', 3),
      township: study('month', 5),
      banner: study('quarter', 10),
    },
  },
  urgent: {
    version: 'urgent-1',
    steps: {
      grid: { accept: { kind: 'elapsed', ms: 4 * HOUR }, solve: { kind: 'elapsed', ms: 24 * HOUR } },
      village: within(3 * DAY),
      township: within(7 * DAY),
      banner: within(15 * DAY),
    },
  },
} as const satisfies Record<string, Ladder>;

/** At the top nothing is dropped: it is supervised and asked for again every week. */
const SUPERVISE: Allowance = { kind: 'elapsed', ms: 7 * DAY };
/** The reporter's time to say "solved" or "not solved". */
const ANSWER: Allowance = { kind: 'elapsed', ms: 7 * DAY };

export function acceptBy(ladder: Ladder, level: Level, from: Millis): Deadline {
  return deadline('accept', level, from, ladder.steps[level].accept);
}

export function solveBy(ladder: Ladder, level: Level, from: Millis): Deadline {
  return deadline('solve', level, from, ladder.steps[level].solve);
}

export function superviseBy(from: Millis): Deadline {
  return deadline('supervise', 'banner', from, SUPERVISE);
}

export function answerBy(level: Level, from: Millis): Deadline {
  return deadline('answer', level, from, ANSWER);
}

/** The day that a session, or a suspension, named. */
export function dateBy(kind: 'promise' | 'resume', level: Level, from: Millis, at: Millis): Deadline {
  return { kind, level, from, at, rule: { kind: 'date' } };
}

const PERIOD: Record<Level, StudyPeriod> = {
  grid: 'half-month',
  village: 'half-month',
  township: 'month',
  banner: 'quarter',
};

/** To the end of the study period after the one that the deadline lies in. */
export function deferredBy(level: Level, from: Millis, current: Millis): Deadline {
  const period = PERIOD[level];
  const at = studySpan(period, studySpan(period, current - 1).to).to;
  return { kind: 'solve', level, from, at, rule: { kind: 'deferred', period } };
}

function deadline(kind: DeadlineKind, level: Level, from: Millis, rule: Allowance): Deadline {
  return { kind, level, from, rule, at: ends(rule, from) };
}

function ends(rule: Allowance, from: Millis): Millis {
  switch (rule.kind) {
    case 'elapsed':
      return from + rule.ms;
    case 'workdays':
      return addWorkdays(from, rule.days);
    case 'study': {
      const running = studySpan(rule.period, from).to;
      return running - from >= rule.minDays * DAY ? running : studySpan(rule.period, running).to;
    }
  }
}
