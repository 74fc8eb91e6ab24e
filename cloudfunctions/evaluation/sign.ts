import type { EvaluationOutputs } from '../../domain/contract/views';
import { evaluationId } from '../../domain/evaluation/evaluation';
import { listText } from '../../domain/evaluation/final';
import { signed } from '../../domain/evaluation/sign';
import { apply } from '../kit/aggregate';
import { one } from '../kit/collections';
import { deliverSoon } from '../kit/dispatch';
import type { Call } from '../kit/serve';
import { sha256 } from '../kit/sha256';
import { castOf, mustLead, signatory } from './people';

/** A person answers for the list that they have seen; everybody is told, and the time to appeal begins. */
export async function sign({
  input: { village, year, list },
  caller: { person },
  command,
  at,
}: Call<'evaluation.sign'>): Promise<EvaluationOutputs['evaluation.sign']> {
  const id = evaluationId(village, year);
  const known = await one('evaluations', id);
  mustLead(await castOf({ village, year }, known), person);
  const { state, answer } = await apply('evaluations', {
    id,
    command,
    ...(known ? { known } : {}),
    decide: (evaluation) => {
      const lists = { seen: list, stands: sha256(listText(evaluation)) };
      return signed(evaluation, lists, signatory(person), at);
    },
    answer: (evaluation) => ({
      state: evaluation.state,
      appealUntil: evaluation.appealUntil ?? at,
      asOf: at,
    }),
  });
  await deliverSoon('evaluations', state);
  return answer;
}
