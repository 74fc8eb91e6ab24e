import type { Words } from '../error/refusal';
import { lastMoment, type Millis } from '../time/shanghai';

/** A deadline's day; midnight is the end of the day before. */
export function day(at: Millis): Words {
  const { day: last } = lastMoment(at);
  return { zh: last.format('M月D日'), en: last.format('YYYY-MM-DD') };
}
