import type { Heartbeat } from '../../domain/health/health';
import type { Millis } from '../../domain/time/shanghai';
import { now } from './clock';
import { _ } from './cloud';
import { collection } from './collections';
import { doorOf, type PlatformContext } from './door';

/**
 * A cloud function that only the clock may start. `work` stops by itself before `until`,
 * so that the platform's time limit never cuts a step in two; what is left waits for the next firing.
 * Every run leaves a heartbeat under the function's name, so that its silence can be heard.
 */
export function serveTimer(
  seconds: number,
  work: (at: Millis, until: Millis) => Promise<Heartbeat['counts']>,
) {
  return async (event: unknown, context: PlatformContext): Promise<unknown> => {
    const door = doorOf(event, context);
    if (door.kind !== 'timer') return { ok: false, error: 'timer only' };
    const at = now();
    const name = nameOf(context);
    try {
      const counts = await work(at, at + seconds * 1000);
      await beat(name, { at, counts });
      return { ok: true, data: counts };
    } catch (error) {
      await beat(name, { failed: String(error).slice(0, 200) });
      throw error;
    }
  };
}

/** A failed run leaves `at` as it was: it counts as silence. So does a heartbeat that cannot be written. */
async function beat(name: string, said: Partial<Heartbeat>): Promise<void> {
  const beats = collection('heartbeats');
  const { counts, failed } = said;
  try {
    const { updated } = await beats.doc(name).update({
      ...said,
      ...(counts ? { counts: _.set(counts) } : {}),
      failed: failed ?? _.remove(),
    });
    if (updated === 0) await beats.doc(name).set({ at: 0, counts: {}, ...said });
  } catch (error) {
    console.error('[heartbeat]', name, error);
  }
}

function nameOf(context: PlatformContext): string {
  return context !== null && typeof context === 'object' && 'function_name' in context
    ? String(context.function_name)
    : 'unknown';
}
