import type { Level } from '../area/area';
import { type StudyPeriod, studySpan } from '../time/period';
import { DAY, HOUR, type Millis } from '../time/shanghai';
import { addWorkdays } from '../time/workday';

/** How long a level has. Elapsed hours and days run through; `workdays` skip what is not a working day. */
export type Allowance =
  | { kind: 'elapsed'; ms: Millis }
  | { kind: 'workdays'; days: number }
  /** Must be studied by the end of the running period, or of the following one when fewer than `minDays` remain. */
  | { kind: 'study'; period: StudyPeriod; minDays: number };

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

export type DeadlineKind = 'accept' | 'solve' | 'supervise' | 'answer';

/** A promise that can explain itself: when it started, by which rule, when it ends. */
export interface Deadline {
  kind: DeadlineKind;
  level: Level;
  from: Millis;
  at: Millis;
  rule: Allowance;
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
