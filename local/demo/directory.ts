import { isAreaCode } from '../../domain/area/area';
import { type Person, ROLES, type Role, rolesOf } from '../../domain/person/person';
import type { Doc, Filter, Store } from '../cloud';
import { Refusal } from '../http/reply';

/** A person as the stage's switcher and the scripts need to know them. */
export interface PersonCard {
  id: string;
  name: string;
  role: Role;
  area: string;
  areaPath: string;
  openid: string;
}

export interface Search {
  role?: Role | undefined;
  /** Code of an area; everybody inside it is meant. */
  area?: string | undefined;
  /** Part of a name. */
  name?: string | undefined;
  limit: number;
}

const LIMIT = 50;
const MOST = 10_000;

/** @throws Refusal INVALID_INPUT naming the parameter */
export function readSearch(query: URLSearchParams): Search {
  const known = ['role', 'area', 'name', 'limit'];
  const stray = [...query.keys()].find((key) => !known.includes(key));
  if (stray) throw bad(stray, '没有这个参数', 'There is no such parameter');
  const role = query.get('role') || undefined;
  if (role && !isRole(role)) throw bad('role', '没有这个岗位', `One of ${ROLES.join(', ')}`);
  const area = query.get('area') || undefined;
  if (area && !isAreaCode(area))
    throw bad('area', '区域代码为6、9、12或15位数字', 'A code of 6, 9, 12 or 15 digits');
  const limit = Number(query.get('limit') ?? LIMIT);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw bad('limit', `应为1到${MOST}的整数`, `A whole number from 1 to ${MOST}`);
  return { role: role as Role | undefined, area, name: query.get('name')?.slice(0, 30) || undefined, limit };
}

export function findPeople(store: Store, search: Search): { total: number; people: PersonCard[] } {
  const filter = filterOf(search);
  const people = store
    .find('people', { filter, limit: search.limit })
    .map((doc) => cardOf(personIn(doc), search.role));
  return { total: store.count('people', filter), people };
}

/** @throws Refusal NOT_FOUND when there is nobody of this id, or nobody who could sign in */
export function personById(store: Store, id: string, path: string): Person & { openid: string } {
  const [doc] = store.find('people', { filter: { _id: id }, limit: 1 });
  const person = doc && personIn(doc);
  if (!person?.openid)
    throw new Refusal(404, 'NOT_FOUND', { zh: '没有这个人', en: 'There is no such person' }, path);
  return { ...person, openid: person.openid };
}

export function cardOf(person: Person, as?: Role): PersonCard {
  const role = as ?? rolesOf(person)[0] ?? 'resident';
  const post = person.posts.find((one) => one.role === role);
  return {
    id: person._id,
    name: person.name,
    role,
    area: post?.area ?? person.area,
    areaPath: post?.areaPath ?? person.areaPath,
    openid: person.openid ?? '',
  };
}

/** What the store holds under `people` was written by the seed or by the product itself. */
export function personIn(doc: Doc): Person {
  return doc as unknown as Person;
}

/** Residents have no desk; everybody else is found by the index of desks, `role@area`. */
function filterOf({ role, area, name }: Search): Filter {
  const inside = area ? { area: new RegExp(`^${area}`) } : {};
  const named = name ? { name: new RegExp(name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'i') } : {};
  if (role === 'resident') return { household: { $exists: true }, ...inside, ...named };
  if (role) return { desks: new RegExp(`^${role}@${area ?? ''}`), ...named };
  return { ...inside, ...named };
}

function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

export function bad(path: string, zh: string, en: string): Refusal {
  return new Refusal(400, 'INVALID_INPUT', { zh: `${path}：${zh}`, en: `${path}: ${en}` }, path);
}
