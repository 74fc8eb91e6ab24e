import { tiesToAnswer } from '../../domain/access/evaluation';
import { mayTouch } from '../../domain/access/table';
import type { EvaluationOutputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { bad, notNow } from '../../domain/error/refused';
import type { YearAnswer } from '../../domain/evaluation/evaluation';
import { isKin } from '../../domain/evaluation/kin';
import { answered, isFamily, workerOfYear } from '../../domain/evaluation/survey';
import { apply } from '../kit/aggregate';
import { circleOf } from '../kit/circle';
import { all } from '../kit/collections';
import type { Call } from '../kit/serve';

/**
 * What a household says of its worker's year: by its own tap, or, where nobody of it uses the app, written down by a
 * chief who asked on the telephone or at the door. Never by the worker, in whatever capacity.
 */
export async function answer({
  input: { year, said, household: named, by = 'phone' },
  caller: { person },
  command,
  at,
}: Call<'evaluation.answer'>): Promise<EvaluationOutputs['evaluation.answer']> {
  const id = named ?? person.household;
  const circle = id === undefined ? null : await circleOf(id, []);
  const ties = circle ? tiesToAnswer(circle.household, person) : new Set<'own' | 'scope'>();
  if (!circle || !mayTouch('evaluation.answer', ties)) throw new Refusal('NOT_FOUND', { path: 'household' });
  const worker = workerOfYear(circle.household._id, circle.workers, year, at);
  if (!worker)
    throw bad('household', '这一年没有网格员联系这户', 'Nobody looked after this household that year');
  if (isFamily(worker, circle.household._id) || isKin(worker, person))
    throw bad('household', '自己和家里人不能评', 'Nobody answers about themselves or their family');
  if (!ties.has('own') && (await hasPhone(circle.household._id)))
    throw notNow('household', '这户自己能在小程序里答', 'This household can answer for itself');
  const given: YearAnswer = { said, at, worker: worker._id, by: ties.has('own') ? 'app' : by };
  const outcome = await apply('households', {
    id: circle.household._id,
    command,
    decide: (household) => answered(household, year, given),
    answer: () => ({ said, asOf: at }),
  });
  return outcome.answer;
}

/** Somebody of the household is bound, and can say it in person. */
async function hasPhone(household: string): Promise<boolean> {
  return (
    (await all('people', (people) => people.where({ household }).field({ _id: true }).limit(1))).length > 0
  );
}
