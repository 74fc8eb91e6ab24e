import { contains } from '../../domain/area/area';
import type { Person } from '../../domain/person/person';
import type { Relation } from '../../domain/problem/commands';
import type { Actor } from '../../domain/problem/decide';
import type { Problem } from '../../domain/problem/problem';

/** In which capacity this person acts, for the matter's history. */
export function actorOf(problem: Problem, person: Person, relations: Set<Relation>): Actor {
  return {
    relations,
    by: { person: person._id, name: person.name, role: roleOf(problem, person, relations) },
  };
}

function roleOf({ area, holder, lead }: Problem, { posts }: Person, relations: ReadonlySet<Relation>) {
  if (relations.has('holder')) return holder.role;
  if (relations.has('lead') && lead) return lead.role;
  if (relations.has('reporter')) return 'reporter';
  if (relations.has('teller') || relations.has('linked')) return 'worker';
  const post = posts.find((one) => contains(one.area, area)) ?? posts[0];
  return post?.role ?? 'follower';
}
