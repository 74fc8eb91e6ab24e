import { MINUTE } from '../../domain/time/shanghai';
import { now } from '../kit/clock';
import { deliver, OWING, type OwingName, owing } from '../kit/dispatch';
import { knockDue } from '../kit/push';
import { serveTimer } from '../kit/timer';

const BATCH = 50;
/** What was owed just now is being delivered by the command itself. */
const LEFT_BEHIND = MINUTE;

/**
 * Delivers the notices that a crash or a fault left in an outbox, oldest first, past what cannot be delivered now;
 * then the pushes that are due.
 */
export const main = serveTimer(40, async (at, until) => {
  const done = { delivered: 0, failed: 0, pushed: 0 };
  await Promise.all(OWING.map((name) => deliverLate(name, at - LEFT_BEHIND, until, done)));
  for (let looked = 1; looked > 0 && now() < until; ) {
    looked = await knockDue(at);
    done.pushed += looked;
  }
  return done;
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
    if (late.length === 0) break;
    try {
      done.delivered += await deliver(name, late);
    } catch (error) {
      console.error('[dispatch]', name, error);
      failed += await oneByOne(name, late, done);
    }
    if (late.length < BATCH) break;
  }
  done.failed += failed;
}

/** One that cannot be delivered must not hold up the rest. @returns how many could not */
async function oneByOne<N extends OwingName>(
  name: N,
  late: Awaited<ReturnType<typeof owing<N>>>,
  done: { delivered: number },
): Promise<number> {
  let failed = 0;
  for (const document of late) {
    try {
      done.delivered += await deliver(name, [document]);
    } catch (error) {
      failed += 1;
      console.error('[dispatch]', name, document._id, error);
    }
  }
  return failed;
}
