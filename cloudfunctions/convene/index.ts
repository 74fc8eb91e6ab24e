import { MINUTE } from '../../domain/time/shanghai';
import { now } from '../kit/clock';
import { serveTimer } from '../kit/timer';
import { lateDeeds, remindSessions } from './due';
import { landLeftovers } from './leftovers';
import { openedOn, openSessions } from './open';

/** What was decided just now is being carried on by the command itself. */
const LEFT_BEHIND = MINUTE;

/**
 * The clock of study sessions: opens each period's at its start, reminds, alerts the level above, completes what a
 * crash left between a session and its matters, and says that it looked.
 */
export const main = serveTimer(40, async (at, until) => {
  const day = await openedOn(at);
  const opened = day.open ? await openSessions(at) : 0;
  const reminded = now() < until ? await remindSessions(at, until) : 0;
  const late = now() < until ? await lateDeeds(at, until) : 0;
  const landed = now() < until ? await landLeftovers(at - LEFT_BEHIND, until) : 0;
  // The heartbeat keeps the day, so that the next firing knows that it has been opened.
  return { opened, reminded, late, landed, day: day.day };
});
