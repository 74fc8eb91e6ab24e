import { type AreaCode, contains } from '../../domain/area/area';
import type { EvaluationOutputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { bad } from '../../domain/error/refused';
import { newEvaluation, withReviewers } from '../../domain/evaluation/begin';
import { evaluationId } from '../../domain/evaluation/evaluation';
import type { Person } from '../../domain/person/person';
import { versionAt } from '../../domain/points/version';
import { apply } from '../kit/aggregate';
import { deliverSoon } from '../kit/dispatch';
import { ruleVersions } from '../kit/rules';
import type { Call } from '../kit/serve';
import { type Cast, castOf, mustLead, signatory } from './people';
import { villageAt } from './place';

/** The evaluation of a year begins with named reviewers of the village; rules and weights are frozen. */
export async function begin({
  input: { village, year, reviewers: ids },
  caller: { person },
  command,
  at,
}: Call<'evaluation.begin'>): Promise<EvaluationOutputs['evaluation.begin']> {
  const named = ids.map((id) => ({ person: id, name: '' }));
  const cast = await castOf({ village, year }, { reviewers: named });
  mustLead(cast, person);
  const reviewers = ids.map((id, index) => signatory(reviewerOf(cast, id, village, `reviewers.${index}`)));
  const { state, answer } = await apply('evaluations', {
    id: evaluationId(village, year),
    command,
    fresh: async () => {
      const [area, versions] = await Promise.all([villageAt(village), ruleVersions()]);
      const rules = versionAt(versions, `${year}-12`);
      return newEvaluation({ village: area, year, rules, by: signatory(person) }, at);
    },
    decide: (evaluation) => withReviewers(evaluation, reviewers, at),
    answer: (evaluation) => ({ state: evaluation.state, asOf: at }),
  });
  await deliverSoon('evaluations', state);
  return answer;
}

/** Who lives or serves in the village, and does not sign what comes of the marks. */
function reviewerOf({ judges, leaders }: Cast, id: string, village: AreaCode, path: string): Person {
  const judge = judges.find(({ _id }) => _id === id);
  if (!judge) throw new Refusal('NOT_FOUND', { path });
  if (leaders.includes(judge)) throw bad(path, '签字的人不参加打分', 'Who signs gives no marks');
  if (![judge.area, ...judge.posts.map(({ area }) => area)].some((area) => contains(village, area)))
    throw bad(path, '评议人要是本嘎查村的人', 'Reviewers are people of the village');
  return judge;
}
