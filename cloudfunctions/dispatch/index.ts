import { MINUTE } from '../../domain/time/shanghai';
import { now } from '../kit/clock';
import { deliver, OWING, type OwingName, owing, pushHeld } from '../kit/dispatch';
import { serveTimer } from '../kit/timer';

const BATCH = 50;
/** What was owed just now is being delivered by the command itself. */
const LEFT_BEHIND = MINUTE;

/**
 * Delivers the notices that a crash or a fault left in an outbox, oldest first, past what cannot be delivered now; and
 * in the morning the pushes that were held at night.
 */
export const main = serveTimer(40, async (at, until) => {
  const done = { delivered: 0, failed: 0 };
  for (const name of OWING) await deliverLate(name, at - LEFT_BEHIND, until, done);
  let held = 0;
  while (now() < until) {
    const { seen, pushed } = await pushHeld(at, BATCH);
    held += pushed;
    if (seen < BATCH) break;
  }
  return { ...done, held };
});

async function deliverLate(
  name: OwingName,
  before: number,
  until: number,
  done: { delivered: number; failed: number },
): Promise<void> {
  let failed = 0;
  while (now() < until) {
    const late = await owing(name, before, failed, BATCH);
    for (const document of late) {
      if (now() >= until) break;
      try {
        done.delivered += await deliver(name, document);
      } catch (error) {
        failed += 1;
        console.error('[dispatch]', name, document._id, error);
      }
    }
    if (late.length < BATCH) break;
  }
  done.failed += failed;
}
