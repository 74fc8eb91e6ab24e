import type { Millis } from '../../domain/time/shanghai';
import { now } from '../kit/clock';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { land } from '../kit/landing';

const BATCH = 50;

/** Sessions whose decisions a crash kept from their matters, oldest first. @returns how many were completed */
export async function landLeftovers(before: Millis, until: Millis): Promise<number> {
  const left = await all('sessions', (some) =>
    some
      .where({ decidedAt: _.lte(before) })
      .orderBy('decidedAt', 'asc')
      .limit(BATCH),
  );
  let landed = 0;
  for (const session of left) {
    if (now() >= until) break;
    try {
      await land(session);
      landed += 1;
    } catch (error) {
      console.error('[convene]', session._id, error);
    }
  }
  return landed;
}
