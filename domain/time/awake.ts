import { HOUR, type Millis, shanghai } from './shanghai';

/** Hours of the day (7.5 is half past seven), from inclusive, to exclusive, Asia/Shanghai. */
export interface DayHours {
  from: number;
  to: number;
}

/** Between 21:30 and 7:30 nobody is woken, danger apart. */
const AWAKE: DayHours = { from: 7.5, to: 21.5 };

/** The first instant, from `at` on, at which somebody may be disturbed. */
export function whenAwake(at: Millis, { from, to }: DayHours = AWAKE): Millis {
  const midnight = shanghai(at).startOf('day').valueOf();
  if (at < midnight + from * HOUR) return midnight + from * HOUR;
  if (at < midnight + to * HOUR) return at;
  return shanghai(midnight).add(1, 'day').valueOf() + from * HOUR;
}

export function isQuiet(at: Millis): boolean {
  return whenAwake(at) !== at;
}
