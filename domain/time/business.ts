import type { DayHours } from './awake';
import { HOUR, type Millis, shanghai } from './shanghai';
import { isWorkday } from './workday';

/**
 * The instant at which so many open hours have passed: closed hours and days do not count. Server only, as the calendar
 * of working days is.
 * @param open which days count at all; without, China's working days
 */
export function addOpenHours(
  at: Millis,
  hours: number,
  { from, to }: DayHours,
  open: (at: Millis) => boolean = isWorkday,
): Millis {
  let left = hours * HOUR;
  let now = at;
  for (;;) {
    const midnight = shanghai(now).startOf('day').valueOf();
    const [begins, ends] = [midnight + from * HOUR, midnight + to * HOUR];
    const start = Math.max(now, begins);
    if (open(now) && start < ends) {
      if (left <= ends - start) return start + left;
      left -= ends - start;
    }
    now = shanghai(midnight).add(1, 'day').valueOf();
  }
}
