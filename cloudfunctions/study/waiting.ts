import type { AreaCode } from '../../domain/area/area';
import { deskKey, LEVEL_ROLE } from '../../domain/person/person';
import type { Problem } from '../../domain/problem/problem';
import { awaitsStudy } from '../../domain/study/agenda';
import type { StudyLevel } from '../../domain/study/period';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';

const MOST = 100;

/** Open matters on the desk of the level, the earliest deadline first; of these ids only, when given. One query. */
export async function waitingAt(
  area: AreaCode,
  level: StudyLevel,
  ids?: readonly string[],
): Promise<Problem[]> {
  const found = await all('problems', (problems) =>
    problems
      .where({
        'holder.key': deskKey(LEVEL_ROLE[level], area),
        status: _.in(['reported', 'accepted']),
        ...(ids ? { _id: _.in([...ids]) } : {}),
      })
      .orderBy('nextAt', 'asc')
      .limit(MOST),
  );
  return found.filter(awaitsStudy);
}
