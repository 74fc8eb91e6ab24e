import { type AreaCode, contains } from '../../domain/area/area';
import { Refusal } from '../../domain/error/refusal';
import { type Person, postsOf } from '../../domain/person/person';

/** Whether the area lies in what this person keeps: the secretary's village, the administrator's banner. */
export function keeps(person: Person, area: AreaCode): boolean {
  return [...postsOf(person, 'secretary'), ...postsOf(person, 'admin')].some((post) =>
    contains(post.area, area),
  );
}

/** @throws Refusal NOT_YOURS */
export function mustKeep(person: Person, area: AreaCode, path: string): void {
  if (!keeps(person, area)) throw new Refusal('NOT_YOURS', { path });
}

/** A worker is kept where their posts are; one who left all posts, where they live. */
export function mustKeepWorker(person: Person, worker: Person, path: string): void {
  const posts = postsOf(worker, 'worker').map(({ area }) => area);
  if (!(posts.length > 0 ? posts : [worker.area]).some((area) => keeps(person, area)))
    throw new Refusal('NOT_YOURS', { path });
}
