import type { EvaluationOutputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { evaluationId } from '../../domain/evaluation/evaluation';
import { isReviewer, reviewed } from '../../domain/evaluation/review';
import { apply } from '../kit/aggregate';
import { one } from '../kit/collections';
import type { Call } from '../kit/serve';
import { castOf } from './people';

/** A named reviewer's marks; all that were given at once in one write. */
export async function review({
  input: { village, year, marks },
  caller: { person },
  command,
  at,
}: Call<'evaluation.review'>): Promise<EvaluationOutputs['evaluation.review']> {
  const id = evaluationId(village, year);
  const known = await one('evaluations', id);
  if (!known || !isReviewer(known, person)) throw new Refusal('NOT_FOUND', { path: 'village' });
  const { workers } = await castOf({ village, year }, known);
  const { answer } = await apply('evaluations', {
    id,
    command,
    known,
    decide: (evaluation) => reviewed(evaluation, person, marks, workers),
    answer: ({ marks: all }) => ({ given: Object.keys(all[person._id] ?? {}).length, asOf: at }),
  });
  return answer;
}
