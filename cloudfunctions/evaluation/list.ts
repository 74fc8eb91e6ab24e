import { type AreaCode, areaAt, contains, LENGTH, levelOf } from '../../domain/area/area';
import type { EvaluationOutputs, EvaluationRow } from '../../domain/contract/views';
import { openAppeals } from '../../domain/evaluation/appeal';
import { evaluatedYear } from '../../domain/evaluation/calendar';
import type { Evaluation } from '../../domain/evaluation/evaluation';
import { _ } from '../kit/cloud';
import { all, collection } from '../kit/collections';
import type { Call } from '../kit/serve';

/** How far each village below is; how many, never who. Two reads. */
export async function list({
  input,
  caller: { person },
  at,
}: Call<'evaluation.list'>): Promise<EvaluationOutputs['evaluation.list']> {
  const year = input.year ?? evaluatedYear(at);
  const scopes = person.posts
    .filter(({ role }) => role === 'official' || role === 'supervisor')
    .map(({ area }) => (area.length > LENGTH.village ? areaAt(area, 'village') : area));
  const [villages, evaluations] = await Promise.all([
    all('areas', (areas) => areas.where(_.or(scopes.map(villagesUnder))).limit(1000)),
    briefs(scopes, year),
  ]);
  return {
    year,
    rows: villages
      .map(({ _id, name }): EvaluationRow => {
        const found = evaluations.find(({ area }) => area === _id);
        return {
          village: { code: _id, name },
          ...(found ? { state: found.state } : {}),
          candidates: found?.candidates.length ?? 0,
          openAppeals: found ? openAppeals(found) : 0,
          ...(found?.finalAt ? { finalAt: found.finalAt } : {}),
        };
      })
      .sort((a, b) => (a.village.code < b.village.code ? -1 : 1)),
    asOf: at,
  };
}

/** A village's parent is its township; the banner's are two steps down. */
function villagesUnder(scope: AreaCode) {
  if (levelOf(scope) === 'village') return { _id: scope };
  return levelOf(scope) === 'township' ? { parent: scope } : { level: 'village' };
}

type Brief = Pick<Evaluation, 'area' | 'state' | 'candidates' | 'finalAt'>;

async function briefs(scopes: readonly AreaCode[], year: string): Promise<Brief[]> {
  const { data } = await collection('evaluations')
    .aggregate()
    .match({ year })
    .project({ area: 1, state: 1, finalAt: 1, 'candidates.person': 1, 'candidates.appeal': 1 })
    .limit(1000)
    .end();
  return (data as Brief[]).filter(({ area }) => scopes.some((scope) => contains(scope, area)));
}
