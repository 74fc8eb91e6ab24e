import type { Millis } from '../../time/shanghai';

/** Every answer that shows figures says when they were true. */
export interface AsOf {
  asOf: Millis;
}
