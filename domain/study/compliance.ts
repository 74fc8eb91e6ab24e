import type { Millis } from '../time/shanghai';
import { periodsOf, type StudyLevel, type StudyPeriodKey, spanOf } from './period';
import type { StudySession } from './session';

/** How a period stands: held, missed (over and not held), or still running. */
export type PeriodState = 'held' | 'missed' | 'running';

export interface PeriodMark {
  period: StudyPeriodKey;
  state: PeriodState;
  heldAt?: Millis;
  /** Items decided. */
  decided?: number;
}

export interface Compliance {
  marks: PeriodMark[];
  held: number;
  /** Periods that are over, and the running one once it is held: "held 5 of 6". */
  of: number;
}

export type SessionBrief = Pick<StudySession, 'period' | 'status' | 'heldAt'> & { decided?: number };

/** A year's periods with what became of each; a period without a document was not held. */
export function complianceOf(
  level: StudyLevel,
  year: string,
  sessions: readonly SessionBrief[],
  now: Millis,
): Compliance {
  const marks = periodsOf(level, year, now).map((period): PeriodMark => {
    const session = sessions.find((one) => one.period === period);
    if (session?.status === 'held')
      return {
        period,
        state: 'held',
        ...(session.heldAt === undefined ? {} : { heldAt: session.heldAt }),
        ...(session.decided === undefined ? {} : { decided: session.decided }),
      };
    return { period, state: spanOf(level, period).to <= now ? 'missed' : 'running' };
  });
  const held = marks.filter(({ state }) => state === 'held').length;
  return { marks, held, of: marks.filter(({ state }) => state !== 'running').length };
}
