import { ACCESS } from '../../domain/access/table';
import { type AreaCode, contains } from '../../domain/area/area';
import type { ActionOf } from '../../domain/contract/actions';
import { Refusal } from '../../domain/error/refusal';
import type { Person, Post, Role } from '../../domain/person/person';

/** The caller's posts that count for this action. */
export function postsFor(action: ActionOf<'contact'>, person: Person): Post[] {
  const roles: readonly Role[] = ACCESS[action].roles;
  return person.posts.filter((post) => roles.includes(post.role));
}

/** The area asked for, inside one of these posts; else the first post's own. @throws Refusal NOT_YOURS */
export function areaWithin(posts: readonly Post[], asked: AreaCode | undefined): AreaCode {
  const area = asked ?? posts[0]?.area;
  if (!area || !posts.some((post) => contains(post.area, area)))
    throw new Refusal('NOT_YOURS', { path: 'area' });
  return area;
}

/** Whether what a sheet says of a household lies in these posts: a worker may have households in several grids. */
export function liesIn(
  posts: readonly Post[],
  said: { area?: AreaCode } | undefined,
  sheet: { area: AreaCode },
): boolean {
  return posts.some((post) => contains(post.area, said?.area ?? sheet.area));
}

/** Outside the caller's posts a document does not exist. @throws Refusal NOT_FOUND */
export function admitTo(posts: readonly Post[]): (document: { area: AreaCode }) => void {
  return ({ area }) => {
    if (!posts.some((post) => contains(post.area, area))) throw new Refusal('NOT_FOUND');
  };
}
