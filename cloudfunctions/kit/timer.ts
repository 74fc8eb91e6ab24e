import type { Millis } from '../../domain/time/shanghai';
import { now } from './clock';
import { doorOf, type PlatformContext } from './door';

/**
 * A cloud function that only the clock may start. `work` stops by itself before `until`,
 * so that the platform's time limit never cuts a step in two; what is left waits for the next firing.
 */
export function serveTimer(
  seconds: number,
  work: (at: Millis, until: Millis) => Promise<Record<string, number>>,
) {
  return async (event: unknown, context: PlatformContext): Promise<unknown> => {
    const door = doorOf(event, context);
    if (door.kind !== 'timer') return { ok: false, error: 'timer only' };
    const at = now();
    return { ok: true, data: await work(at, at + seconds * 1000) };
  };
}
