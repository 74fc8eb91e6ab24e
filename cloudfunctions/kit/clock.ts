import type { Millis } from '../../domain/time/shanghai';

/** The one clock of the backend; domain rules get its time as an argument. */
export function now(): Millis {
  return Date.now();
}
