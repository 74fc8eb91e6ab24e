import { type AreaCode, areaAt, LENGTH } from '../../domain/area/area';
import { Refusal } from '../../domain/error/refusal';
import type { Evaluation } from '../../domain/evaluation/evaluation';
import { evaluationId } from '../../domain/evaluation/evaluation';
import type { Person } from '../../domain/person/person';
import type { Roll } from '../../domain/roll/roll';
import { rollId } from '../../domain/roll/roll';
import { type Ground, groundOf } from '../../domain/roll/shown';
import { one } from '../kit/collections';

/** The village that is meant; without one, where the caller works or lives. @throws Refusal BAD_INPUT for who looks after many */
export function villageOf(village: AreaCode | undefined, person: Person): AreaCode {
  if (village !== undefined) return village;
  const own = [...person.posts.map(({ area }) => area), person.area].find(
    (area) => area.length >= LENGTH.village,
  );
  if (!own)
    throw new Refusal('BAD_INPUT', {
      path: 'village',
      words: { zh: '请选一个村', en: 'Please choose a village' },
    });
  return areaAt(own, 'village');
}

/** Names from the township down. @throws Refusal NOT_FOUND */
export async function pathOf(village: AreaCode): Promise<string> {
  const area = await one('areas', village);
  if (area?.level !== 'village') throw new Refusal('NOT_FOUND', { path: 'village' });
  return area.path;
}

export function idOf({ village, year, subjects }: Parameters): string {
  return rollId(village, year, subjects);
}

interface Parameters {
  village: AreaCode;
  year: string;
  subjects: Roll['subjects'];
}

/** What the evaluation behind a roll says now. */
export async function groundFor(roll: Pick<Roll, 'area' | 'year' | 'subjects'>): Promise<Ground> {
  const evaluation: Evaluation | null =
    roll.subjects === 'worker' ? await one('evaluations', evaluationId(roll.area, roll.year)) : null;
  return groundOf(roll, evaluation ?? undefined);
}
