import { type WeekKey, weekAfter, weekKey } from '../time/period';
import { type Millis, shanghai } from '../time/shanghai';

/** What a firing of the reminder has to tell: who is left this week, or who may need help after the last one. */
export type Digest = { kind: 'left'; week: WeekKey; turn: 'fri' | 'sun' } | { kind: 'help'; week: WeekKey };

/** Nobody is reminded later than this on the day; what was not told by then is dropped. */
const QUIET_FROM = 20;

/** Friday and Sunday from noon, Monday from nine; at any other time nothing is due. */
export function digestDue(at: Millis): Digest | null {
  const now = shanghai(at);
  const since = (hour: number) => now.hour() >= hour && now.hour() < QUIET_FROM;
  switch (now.isoWeekday()) {
    case 1:
      return since(9) ? { kind: 'help', week: weekAfter(weekKey(at), -1) } : null;
    case 5:
      return since(12) ? { kind: 'left', week: weekKey(at), turn: 'fri' } : null;
    case 7:
      return since(12) ? { kind: 'left', week: weekKey(at), turn: 'sun' } : null;
    default:
      return null;
  }
}

/** Whether a digest is told once: the round of a firing, and with the recipient the notice's key. */
export function digestKey(digest: Digest): string {
  return digest.kind === 'left' ? `left.${digest.week}.${digest.turn}` : `help.${digest.week}`;
}
