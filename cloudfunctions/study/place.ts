import { tiesToArea } from '../../domain/access/duty';
import { mayTouch } from '../../domain/access/table';
import { type AreaCode, areaAt, levelOf } from '../../domain/area/area';
import type { ActionName } from '../../domain/contract/actions';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import {
  isPeriodOf,
  isStudyLevel,
  periodAt,
  periodBefore,
  type StudyLevel,
  type StudyPeriodKey,
} from '../../domain/study/period';
import { carriedFrom, newSession, type StudySession, sessionId } from '../../domain/study/session';
import type { Millis } from '../../domain/time/shanghai';
import { one } from '../kit/collections';

/** Which session is meant. */
export interface StudyPlace {
  id: string;
  area: AreaCode;
  level: StudyLevel;
  period: StudyPeriodKey;
  /** The caller sits at the desk whose session it is. */
  chairs: boolean;
}

const LEADING: readonly string[] = ['secretary', 'official', 'supervisor', 'admin', 'chief'];

/**
 * The session of that area and period; the caller's own and the running one when nothing is said.
 * @throws Refusal NOT_YOURS, or BAD_INPUT when the period is not one of that level
 */
export function placeOf(
  action: ActionName,
  input: { area?: AreaCode | undefined; period?: string | undefined },
  person: Person,
  at: Millis,
): StudyPlace {
  const area = input.area ?? ownArea(person);
  const level = levelOf(area);
  if (!isStudyLevel(level)) throw new Refusal('BAD_INPUT', { path: 'area' });
  const ties = tiesToArea(area, person);
  if (!mayTouch(action, ties)) throw new Refusal('NOT_YOURS', { path: 'area' });
  const period = input.period ?? periodAt(level, at);
  if (!isPeriodOf(level, period)) throw new Refusal('BAD_INPUT', { path: 'period' });
  return { id: sessionId(area, period), area, level, period, chairs: ties.has('holder') };
}

/** A chief belongs to the village of the grid. */
function ownArea(person: Person): AreaCode {
  const post = LEADING.flatMap((role) => person.posts.filter((one) => one.role === role))[0];
  if (!post) throw new Refusal('NOT_YOURS', { path: 'area' });
  return levelOf(post.area) === 'grid' ? areaAt(post.area, 'village') : post.area;
}

/** A session nobody has touched yet, with what the one before carried on. Two reads. */
export async function freshSession({ area, level, period }: StudyPlace): Promise<StudySession> {
  const [found, before] = await Promise.all([
    one('areas', area),
    one('sessions', sessionId(area, periodBefore(level, period))),
  ]);
  if (!found) throw new Refusal('NOT_FOUND', { path: 'area' });
  return newSession(found, period, carriedFrom(before));
}
