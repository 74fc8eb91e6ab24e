import { isAreaCode } from '../../domain/area/area';
import type { Problem } from '../../domain/problem/problem';
import { MINUTE, type Millis } from '../../domain/time/shanghai';
import type { Filter, Store } from '../cloud';
import { bad } from './directory';

/** The next deadline of an open problem, and when the clock must stand for the sweep to have looked at it. */
export interface NextDeadline {
  at: Millis;
  /** The sweep comes every ten minutes: by then it has been. */
  sweptAt: Millis;
  problem: { id: string; text: string; areaPath: string; holder: Problem['holder'] };
}

const SWEEP: Millis = 11 * MINUTE;

/** Prefers the problem asked for, then those of the area, then any. */
export function nextDeadline(store: Store, query: URLSearchParams, now: Millis): NextDeadline | null {
  const area = query.get('area');
  if (area && !isAreaCode(area))
    throw bad('area', '区域代码为6、9、12或15位数字', 'A code of 6, 9, 12 or 15 digits');
  const id = query.get('problem');
  const scopes: Filter[] = [
    ...(id ? [{ _id: id }] : []),
    ...(area ? [{ area: new RegExp(`^${area}`) }] : []),
    {},
  ];
  for (const scope of scopes) {
    // Not `nextAt`: that may be a warning's.
    const filter = { ...scope, nextAt: { $exists: true }, 'deadline.at': { $gt: now } };
    const [doc] = store.find('problems', { filter, sort: { 'deadline.at': 1 }, limit: 1 });
    if (!doc) continue;
    const { _id, text = '', areaPath, holder, deadline } = doc as unknown as Problem;
    const at = deadline?.at ?? now;
    return { at, sweptAt: at + SWEEP, problem: { id: _id, text, areaPath, holder } };
  }
  return null;
}
