import { MINUTE } from '../../domain/time/shanghai';
import { now } from '../kit/clock';
import { deliver, owing } from '../kit/dispatch';
import { serveTimer } from '../kit/timer';

const BATCH = 50;
/** What was owed just now is being delivered by the command itself. */
const LEFT_BEHIND = MINUTE;

/** Delivers the notices that a crash or a fault left in an outbox, oldest first, past what cannot be delivered now. */
export const main = serveTimer(40, async (at, until) => {
  let delivered = 0;
  let failed = 0;
  while (now() < until) {
    const late = await owing(at - LEFT_BEHIND, failed, BATCH);
    for (const problem of late) {
      if (now() >= until) break;
      try {
        delivered += await deliver(problem);
      } catch (error) {
        failed += 1;
        console.error('[dispatch]', problem._id, error);
      }
    }
    if (late.length < BATCH) break;
  }
  return { delivered, failed };
});
