import { lateDeed } from '../../domain/deed/decide';
import { whenDue } from '../../domain/study/due';
import type { Millis } from '../../domain/time/shanghai';
import { apply } from '../kit/aggregate';
import { now } from '../kit/clock';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';

const BATCH = 100;

/** Reminders and alerts, oldest first; each is a command under its own moment, so that it happens once. */
export async function remindSessions(at: Millis, until: Millis): Promise<number> {
  return each('sessions', at, until, async ({ _id, nextAt }) => {
    const { state, replayed } = await apply('sessions', {
      id: _id,
      command: { id: `due:${nextAt}`, print: `${nextAt}`, at },
      decide: (session) => whenDue(session, at),
      answer: () => null,
    });
    if (!replayed) await deliverSoon('sessions', state);
    return !replayed;
  });
}

/** A promised day that has passed: the level above hears of it once. */
export async function lateDeeds(at: Millis, until: Millis): Promise<number> {
  return each('deeds', at, until, async ({ _id, nextAt }) => {
    const { state, replayed } = await apply('deeds', {
      id: _id,
      command: { id: `due:${nextAt}`, print: `${nextAt}`, at },
      decide: (deed) => lateDeed(deed, at),
      answer: () => null,
    });
    if (!replayed) await deliverSoon('deeds', state);
    return !replayed;
  });
}

async function each(
  name: 'sessions' | 'deeds',
  at: Millis,
  until: Millis,
  act: (due: { _id: string; nextAt?: Millis }) => Promise<boolean>,
): Promise<number> {
  let done = 0;
  let failed = 0;
  while (now() < until) {
    const due = await all(name, (some) =>
      some
        .where({ nextAt: _.lte(at) })
        .orderBy('nextAt', 'asc')
        .skip(failed)
        .limit(BATCH),
    );
    for (const one of due) {
      if (now() >= until) break;
      try {
        done += (await act(one)) ? 1 : 0;
      } catch (error) {
        failed += 1;
        console.error('[convene]', name, one._id, error);
      }
    }
    if (due.length < BATCH) break;
  }
  return done;
}
