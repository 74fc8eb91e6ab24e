import { areaAt } from '../../domain/area/area';
import type { Outputs, SimilarProblem } from '../../domain/contract/views';
import { kin } from '../../domain/problem/category';
import { masked } from '../../domain/problem/content';
import { OPEN_STATUSES } from '../../domain/problem/problem';
import { type Likeness, SIMILAR_WITHIN, similarTo } from '../../domain/problem/similar';
import { desk, problemCard } from '../kit/cards';
import { _, db } from '../kit/cloud';
import { all } from '../kit/collections';
import type { Call } from '../kit/serve';
import { homeGrid } from './report';

/** More open matters of one kind in one village within a month have not been seen; the newest are looked at. */
const MOST = 100;

/** Open matters that may be the one about to be reported, so that it can be joined instead. One read. */
export async function similar({
  input,
  caller: { person },
  at,
}: Call<'problem.similar'>): Promise<Outputs['problem.similar']> {
  const area = homeGrid(person);
  const village = areaAt(area, 'village');
  const near = await all('problems', (problems) =>
    problems
      .where({
        area: db.RegExp({ regexp: `^${village}`, options: '' }),
        createdAt: _.gte(at - SIMILAR_WITHIN),
        category: _.in(kin(input.category)),
        status: _.in([...OPEN_STATUSES]),
      })
      .orderBy('createdAt', 'desc')
      .limit(MOST),
  );
  const others = near.filter(({ reporter }) => reporter.person !== person._id);
  return { problems: similarTo({ ...input, area }, others, at).map(asNeighbour), asOf: at };
}

/** Without names, words masked; where nothing may be told, only that there is one. */
function asNeighbour({ problem, told, metres }: Likeness): SimilarProblem {
  const { id, category, status, summary, hasVoice, createdAt } = problemCard(problem);
  return {
    id,
    category,
    status,
    summary: told ? masked(summary) : '',
    hasVoice: told && hasVoice,
    ...(told && problem.place ? { place: masked(problem.place.words) } : {}),
    gridName: problem.areaNames.grid,
    // How far it is would tell whose yard it is.
    ...(told && metres !== undefined ? { metres } : {}),
    holder: desk(problem, problem.holder),
    createdAt,
  };
}
