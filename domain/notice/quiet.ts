import { HOUR, MINUTE, type Millis, shanghai } from '../time/shanghai';

/** Between these times of day (Asia/Shanghai) no phone is knocked upon, danger apart. */
const QUIET_FROM: Millis = 21 * HOUR + 30 * MINUTE;
const QUIET_TO: Millis = 7 * HOUR + 30 * MINUTE;

/** When the quiet hours that `at` lies in end; `at` itself when it lies in none. */
export function afterQuiet(at: Millis): Millis {
  const midnight = shanghai(at).startOf('day').valueOf();
  const clock = at - midnight;
  if (clock < QUIET_TO) return midnight + QUIET_TO;
  if (clock >= QUIET_FROM) return shanghai(midnight).add(1, 'day').valueOf() + QUIET_TO;
  return at;
}

export function isQuiet(at: Millis): boolean {
  return afterQuiet(at) !== at;
}
