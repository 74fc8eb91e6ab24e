import type { EvaluationOutputs } from '../../domain/contract/views';
import { evaluationId } from '../../domain/evaluation/evaluation';
import { signed } from '../../domain/evaluation/sign';
import { apply } from '../kit/aggregate';
import { deliverSoon } from '../kit/dispatch';
import type { Call } from '../kit/serve';
import { castOf, mustLead, signatory } from './people';

/** A person answers for the result; everybody is told, and the time to appeal begins. */
export async function sign({
  input: { village, year },
  caller: { person },
  command,
  at,
}: Call<'evaluation.sign'>): Promise<EvaluationOutputs['evaluation.sign']> {
  mustLead(await castOf(village, { reviewers: [] }), person);
  const { state, answer } = await apply('evaluations', {
    id: evaluationId(village, year),
    command,
    decide: (evaluation) => signed(evaluation, signatory(person), at),
    answer: (evaluation) => ({
      state: evaluation.state,
      appealUntil: evaluation.appealUntil ?? at,
      asOf: at,
    }),
  });
  await deliverSoon('evaluations', state);
  return answer;
}
