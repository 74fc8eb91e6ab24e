import type { EvaluationOutputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { evaluationId } from '../../domain/evaluation/evaluation';
import { exempted } from '../../domain/evaluation/exempt';
import { graded, gradingWaits } from '../../domain/evaluation/grade';
import { stillToMark } from '../../domain/evaluation/review';
import { exemptionOf, serviceOf } from '../../domain/evaluation/service';
import { apply } from '../kit/aggregate';
import { one } from '../kit/collections';
import type { Call } from '../kit/serve';
import { answersOf, booksOf } from './figures';
import { castOf, mustLead, signatory } from './people';

/** Every candidate's parts and score, from books, answers and marks; seven reads, whatever the village's size. */
export async function grade({
  input: { village, year },
  caller: { person },
  command,
  at,
}: Call<'evaluation.grade'>): Promise<EvaluationOutputs['evaluation.grade']> {
  const id = evaluationId(village, year);
  const known = await one('evaluations', id);
  const { workers, judges, leaders } = await castOf({ village, year }, known);
  mustLead({ leaders }, person);
  const [books, answers, settling] = await Promise.all([
    booksOf(workers, year),
    answersOf(workers, year),
    one('settlings', village),
  ]);
  const { answer } = await apply('evaluations', {
    id,
    command,
    ...(known ? { known } : {}),
    decide: (evaluation) => {
      const missing = stillToMark(evaluation, judges, workers).length;
      const waits = gradingWaits(evaluation, { missing, workers, books }, at);
      const by = signatory(person);
      const facts = { workers, judges, books, answers, since: settling?.since };
      return graded(evaluation, facts, { waits, by }, at);
    },
    answer: ({ state, candidates }) => ({
      state,
      graded: candidates.filter(({ score }) => score !== undefined).length,
      asOf: at,
    }),
  });
  return answer;
}

/** Somebody is not graded this year, with the reason; or is after all. */
export async function exempt({
  input: { village, year, person: about, why, text, lift = false },
  caller: { person },
  command,
  at,
}: Call<'evaluation.exempt'>): Promise<EvaluationOutputs['evaluation.exempt']> {
  const id = evaluationId(village, year);
  const known = await one('evaluations', id);
  const { workers, leaders } = await castOf({ village, year }, known);
  mustLead({ leaders }, person);
  const worker = workers.find(({ _id }) => _id === about);
  if (!worker) throw new Refusal('NOT_FOUND', { path: 'person' });
  const stated = lift ? undefined : { why, text, by: signatory(person) };
  const { answer } = await apply('evaluations', {
    id,
    command,
    ...(known ? { known } : {}),
    decide: (evaluation) =>
      exempted(evaluation, about, stated, exemptionOf(serviceOf(worker, year), evaluation.scheme)),
    answer: () => ({ person: about, asOf: at }),
  });
  return answer;
}
