import type { Level } from '../area/area';
import { halfMonthKey, monthKey, quarterKey, type Span, type StudyPeriod, studySpan } from '../time/period';
import { atShanghai, type Millis } from '../time/shanghai';

/** Levels at which residents' difficulties are studied (六个一, 3–5); a grid has no session of its own. */
export const STUDY_LEVELS = ['village', 'township', 'banner'] as const satisfies readonly Level[];
export type StudyLevel = (typeof STUDY_LEVELS)[number];

/** `2026-11A` in a village, `2026-11` in a township, `2026-Q4` in the banner. */
export type StudyPeriodKey = string;

const PERIOD: Record<StudyLevel, StudyPeriod> = {
  village: 'half-month',
  township: 'month',
  banner: 'quarter',
};

const SHAPE: Record<StudyLevel, RegExp> = {
  village: /^\d{4}-(0[1-9]|1[0-2])[AB]$/,
  township: /^\d{4}-(0[1-9]|1[0-2])$/,
  banner: /^\d{4}-Q[1-4]$/,
};

export function isStudyLevel(level: Level): level is StudyLevel {
  return level !== 'grid';
}

export function isPeriodOf(level: StudyLevel, key: string): boolean {
  return SHAPE[level].test(key);
}

/** The period that `at` lies in. */
export function periodAt(level: StudyLevel, at: Millis): StudyPeriodKey {
  switch (level) {
    case 'village':
      return halfMonthKey(at);
    case 'township':
      return monthKey(at);
    case 'banner':
      return quarterKey(at);
  }
}

/** From the first moment of the period to the first moment after it. */
export function spanOf(level: StudyLevel, key: StudyPeriodKey): Span {
  return studySpan(PERIOD[level], firstMoment(key));
}

export function periodBefore(level: StudyLevel, key: StudyPeriodKey): StudyPeriodKey {
  return periodAt(level, spanOf(level, key).from - 1);
}

/** Every period of the year up to the one of `now`, in order. */
export function periodsOf(level: StudyLevel, year: string, now: Millis): StudyPeriodKey[] {
  const keys: StudyPeriodKey[] = [];
  for (let at = atShanghai(`${year}-01-01`); at <= now; ) {
    const key = periodAt(level, at);
    if (!key.startsWith(year)) break;
    keys.push(key);
    at = spanOf(level, key).to;
  }
  return keys;
}

function firstMoment(key: StudyPeriodKey): Millis {
  const year = key.slice(0, 4);
  const quarter = /Q([1-4])$/.exec(key)?.[1];
  if (quarter) return atShanghai(`${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`);
  return atShanghai(`${key.slice(0, 7)}-${key.endsWith('B') ? '16' : '01'}`);
}
