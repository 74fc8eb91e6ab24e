import { MINUTE } from '../../domain/time/shanghai';
import { _ } from '../kit/cloud';
import { collection } from '../kit/collections';
import { serveTimer } from '../kit/timer';

/** A sweep runs every ten minutes; twice missed is a fault. */
const SWEEP_LATE = 25 * MINUTE;
const OUTBOX_LATE = 15 * MINUTE;

/** Counts what should not exist and says that it looked; silence is an alarm. */
export const main = serveTimer(20, async (at) => {
  const count = async (where: object): Promise<number> =>
    (await collection('problems').where(where).count()).total ?? 0;
  const [overdue, undelivered, lost] = await Promise.all([
    count({ nextAt: _.lt(at - SWEEP_LATE) }),
    count({ owedAt: _.lt(at - OUTBOX_LATE) }),
    count({ status: _.in(['reported', 'accepted', 'finished']), nextAt: _.exists(false) }),
  ]);
  const counts = { overdue, undelivered, lost };
  await collection('heartbeats').doc('audit').set({ at, counts });
  return counts;
});
