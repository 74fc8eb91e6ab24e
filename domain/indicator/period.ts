import type { Span } from '../time/period';
import { atShanghai, shanghai } from '../time/shanghai';

/** `2026-11`, `2026-Q4` or `2026`: what figures are told of. */
export function indicatorSpan(period: string): Span {
  const start = (month: number) =>
    shanghai(atShanghai(`${period.slice(0, 4)}-${String(month).padStart(2, '0')}-01`));
  const quarter = /Q([1-4])$/.exec(period)?.[1];
  if (quarter)
    return {
      from: start(Number(quarter) * 3 - 2).valueOf(),
      to: start(Number(quarter) * 3 - 2)
        .add(3, 'month')
        .valueOf(),
    };
  if (period.length === 4) return { from: start(1).valueOf(), to: start(1).add(1, 'year').valueOf() };
  const month = start(Number(period.slice(5, 7)));
  return { from: month.valueOf(), to: month.add(1, 'month').valueOf() };
}
