import { tiesToEvaluation } from '../../domain/access/evaluation';
import { mayTouch } from '../../domain/access/table';
import { type Area, type AreaCode, areaAt, LENGTH } from '../../domain/area/area';
import { gridOfWorker } from '../../domain/contact/duty';
import type { ActionName } from '../../domain/contract/actions';
import { Refusal } from '../../domain/error/refusal';
import type { Evaluation } from '../../domain/evaluation/evaluation';
import { type Person, postsOf } from '../../domain/person/person';
import { one } from '../kit/collections';

/** The village a person is meant by: as its secretary, as a worker in it, or as living there. @throws Refusal BAD_INPUT */
export function ownVillage(person: Person): AreaCode {
  const [desk] = postsOf(person, 'secretary');
  const [worker] = postsOf(person, 'worker');
  const home = desk?.area ?? (worker ? gridOfWorker(person) : person.area);
  if (home.length < LENGTH.village) throw new Refusal('BAD_INPUT', { path: 'village' });
  return areaAt(home, 'village');
}

/** @throws Refusal NOT_YOURS for whoever has nothing to do with it, whether it exists or not */
export function mustBelong(
  action: ActionName,
  village: AreaCode,
  evaluation: Evaluation | undefined,
  person: Person,
): void {
  if (!mayTouch(action, tiesToEvaluation(village, evaluation, person)))
    throw new Refusal('NOT_YOURS', { path: 'village' });
}

/** @throws Refusal NOT_FOUND */
export async function villageAt(code: AreaCode): Promise<Area> {
  const area = await one('areas', code);
  if (area?.level !== 'village') throw new Refusal('NOT_FOUND', { path: 'village' });
  return area;
}
