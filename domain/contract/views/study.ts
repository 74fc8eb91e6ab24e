import type { AreaCode } from '../../area/area';
import type { PeriodMark, PeriodState } from '../../study/compliance';
import type { StudyLevel, StudyPeriodKey } from '../../study/period';
import type { AgendaItem, Attendee } from '../../study/session';
import type { Millis } from '../../time/shanghai';
import type { AsOf } from './as-of';

export interface StudyView extends AsOf {
  session: string;
  area: { code: AreaCode; name: string; path: string };
  level: StudyLevel;
  period: StudyPeriodKey;
  from: Millis;
  to: Millis;
  /** Until then it can be written down. */
  until: Millis;
  state: PeriodState;
  /** This reader may decide and hold. */
  chairs: boolean;
  agenda: AgendaItem[];
  attendance: Attendee[];
  /** Whom to ask to the table, and to whom a solution can be given. */
  invited: (Attendee & { role: string; unit?: string })[];
  minutes?: string;
  heldAt?: Millis;
  heldBy?: string;
  calendar: { year: string; marks: PeriodMark[]; held: number; of: number };
}

export interface StudyAnswer extends AsOf {
  session: string;
  state: PeriodState;
  decided: number;
  open: number;
}

export interface CalendarRow {
  area: { code: AreaCode; name: string };
  marks: PeriodMark[];
  held: number;
  of: number;
}

export interface StudyOutputs {
  'study.open': StudyView;
  'study.add': AsOf & { session: string; item: string };
  'study.decide': StudyAnswer;
  'study.hold': StudyAnswer;
  'study.calendar': AsOf & { year: string; rows: CalendarRow[]; held: number; of: number };
}
