import { appealsReminded, openAppeals } from '../../domain/evaluation/appeal';
import { reminded } from '../../domain/evaluation/begin';
import type { Evaluation } from '../../domain/evaluation/evaluation';
import { finalised, listText } from '../../domain/evaluation/final';
import { gradableAt, stepAsked } from '../../domain/evaluation/pace';
import { stillToMark } from '../../domain/evaluation/review';
import type { Millis } from '../../domain/time/shanghai';
import { apply } from '../kit/aggregate';
import { inLanes, LANES } from '../kit/batches';
import { now } from '../kit/clock';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import { sha256 } from '../kit/sha256';
import { castOf } from './people';
import { askToBegin } from './unbegun';

/** Evaluations that one firing looks at; the banner has 90 a year. */
const BATCH = 200;

/**
 * What the clock does, the longest waiting first: reminds reviewers once, who leads and supervisors again, and makes final
 * what is due.
 */
export async function follow(at: Millis, until: Millis): Promise<Record<string, number>> {
  const due = await all('evaluations', (some) =>
    some
      .where({ nextAt: _.lte(at) })
      .orderBy('nextAt', 'asc')
      .limit(BATCH),
  );
  const counts = { final: 0, reminded: 0, failed: 0, asked: 0 };
  await inLanes(
    due,
    LANES,
    async (evaluation) => {
      try {
        const state = await step(evaluation, at);
        if (state === 'final') counts.final += 1;
        else counts.reminded += 1;
      } catch (error) {
        counts.failed += 1;
        console.error('[evaluation]', evaluation._id, error);
      }
    },
    () => now() < until,
  );
  if (now() < until) counts.asked = await askToBegin(at, until);
  return counts;
}

async function step(known: Evaluation, at: Millis): Promise<Evaluation['state']> {
  const { workers, judges, leaders } = await castOf({ village: known.area, year: known.year }, known);
  const { state } = await apply('evaluations', {
    id: known._id,
    known,
    // A colon keeps clients from choosing it.
    command: { id: `clock:${known.nextAt}`, print: known.state, at },
    decide: (evaluation) => {
      // Decided or signed meanwhile: the next firing looks again.
      if (evaluation.nextAt === undefined || evaluation.nextAt > at) return evaluation;
      if (evaluation.state === 'collecting' && evaluation.nextAt < gradableAt(evaluation))
        return reminded(evaluation, stillToMark(evaluation, judges, workers), at);
      if (evaluation.state === 'collecting' || evaluation.state === 'graded')
        return stepAsked(evaluation, leaders, at);
      if (openAppeals(evaluation) > 0) return appealsReminded(evaluation, at);
      return finalised(evaluation, sha256(listText(evaluation)), at);
    },
    answer: () => null,
  });
  await deliverSoon('evaluations', state);
  return state.state;
}
