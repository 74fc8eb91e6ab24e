import { evaluatorOf } from '../../domain/access/evaluation';
import type { EvaluationOutputs } from '../../domain/contract/views';
import { evaluatedYear, surveyEndsAt } from '../../domain/evaluation/calendar';
import type { Evaluation } from '../../domain/evaluation/evaluation';
import { isKinOfAny } from '../../domain/evaluation/kin';
import { isReviewer } from '../../domain/evaluation/review';
import type { Scheme } from '../../domain/points/rule';
import { versionAt } from '../../domain/points/version';
import { logAccess } from '../kit/access-log';
import { all } from '../kit/collections';
import { ruleVersions } from '../kit/rules';
import type { Call } from '../kit/serve';
import { answersOf, booksOf } from './figures';
import { castOf, possibleReviewers } from './people';
import { mustBelong, ownVillage, villageAt } from './place';
import { type Seen, viewOf } from './view';

/** A village's year, as much of it as concerns the reader; who looks at others' scores is written down. */
export async function open({
  input,
  caller: { person },
  at,
}: Call<'evaluation.open'>): Promise<EvaluationOutputs['evaluation.open']> {
  const village = input.village ?? ownVillage(person);
  const year = input.year ?? evaluatedYear(at);
  const stored = await all('evaluations', (some) => some.where({ area: village }).limit(50));
  const evaluation = stored.find((one) => one.year === year);
  mustBelong('evaluation.open', village, evaluation, person);
  const role = evaluatorOf(village, person);
  const { path, scheme } = evaluation
    ? { path: evaluation.areaPath, scheme: evaluation.scheme }
    : await beforehand(village, year);
  const years = [...new Set([...stored.map((one) => one.year), evaluatedYear(at)])].sort().reverse();
  const seen: Seen = { village: { code: village, path }, year, years, scheme, evaluation, role, person };
  // A candidate needs nobody else's papers.
  if (role === undefined && !(evaluation && isReviewer(evaluation, person))) return viewOf(seen, at);
  const { workers, judged, judges, leaders } = await castOf({ village, year }, evaluation);
  const leads = leaders.some(({ _id }) => _id === person._id);
  const cast = { workers, judges, leads, barred: !isSigned(evaluation) && isKinOfAny(person, judged) };
  if (role === undefined) return viewOf({ ...seen, cast }, at);
  const open = evaluation === undefined || evaluation.state === 'collecting';
  const [answers, books, possible] = await Promise.all([
    answersOf(workers, year),
    open && at >= surveyEndsAt(year) ? booksOf(workers, year) : undefined,
    open && cast.leads ? possibleReviewers(village, person) : undefined,
  ]);
  if (hasScores(evaluation) && !cast.barred)
    await logAccess(person, {
      at,
      what: 'evaluation',
      area: village,
      masked: false,
      count: evaluation.candidates.length,
    });
  return viewOf({ ...seen, cast, figures: { answers, books, possible } }, at);
}

function isSigned(evaluation: Evaluation | undefined): boolean {
  return evaluation?.state === 'signed' || evaluation?.state === 'final';
}

function hasScores(evaluation: Evaluation | undefined): evaluation is Evaluation {
  return evaluation !== undefined && evaluation.state !== 'collecting';
}

/** What holds while nothing has begun. Two reads. */
async function beforehand(village: string, year: string): Promise<{ path: string; scheme: Scheme }> {
  const [area, versions] = await Promise.all([villageAt(village), ruleVersions()]);
  return { path: area.path, scheme: versionAt(versions, `${year}-12`).scheme };
}
