import { HOUR, type Millis, shanghai } from './shanghai';

/** Hours of the day, from inclusive, to exclusive, Asia/Shanghai. */
export interface DayHours {
  from: number;
  to: number;
}

/** Nobody is reminded at night; hours of Asia/Shanghai. */
const AWAKE: DayHours = { from: 8, to: 21 };

/** The first instant, from `at` on, at which somebody may be disturbed. */
export function whenAwake(at: Millis, { from, to }: DayHours = AWAKE): Millis {
  const midnight = shanghai(at).startOf('day').valueOf();
  if (at < midnight + from * HOUR) return midnight + from * HOUR;
  if (at < midnight + to * HOUR) return at;
  return shanghai(midnight).add(1, 'day').valueOf() + from * HOUR;
}
