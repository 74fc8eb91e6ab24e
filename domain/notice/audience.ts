import { onLeave } from '../contact/duty';
import { desksAbove } from '../person/desk';
import { deskKey, type Person, type Post } from '../person/person';
import type { Millis } from '../time/shanghai';
import type { Owed } from './notice';
import { weightOf } from './push';

type DeskPost = Pick<Post, 'role' | 'area' | 'unit'>;

/** The desk itself, then the desks above it, nearest first: nobody's alert has no recipient. */
export function deskKeysFor({ role, area, unit }: DeskPost): string[] {
  const own = deskKey(role, area, unit);
  return [own, ...desksAbove(area).flatMap(({ key }) => (key === own ? [] : [key]))];
}

/**
 * Who hears it: the named person, or who sits at the desk. While they are on leave their deputy does, else the
 * next desk above. Danger goes to everybody at the desk, deputies too, and to the desk above at the same time.
 */
export function audienceOf(
  owed: Pick<Owed, 'to' | 'kind' | 'facts'>,
  people: readonly Person[],
  at: Millis,
): Person[] {
  const { to } = owed;
  if ('person' in to) return people.filter((person) => person._id === to.person);
  if ('people' in to) return people.filter((person) => to.people.includes(person._id));
  const desks = deskKeysFor(to.post).map((key) => seatedAt(key, people, at));
  const staffed = desks.filter((desk) => desk.present.length > 0);
  if (weightOf(owed) === 'danger') return unique(staffed.slice(0, 2).flatMap((desk) => desk.everybody));
  return staffed[0]?.present ?? desks.find((desk) => desk.everybody.length > 0)?.everybody ?? [];
}

interface Desk {
  /** Who acts now: the holders that are here, else the deputies that are here. */
  present: Person[];
  everybody: Person[];
}

function seatedAt(key: string, people: readonly Person[], at: Millis): Desk {
  const everybody = people.filter((person) => person.desks.includes(key));
  const here = everybody.filter((person) => !onLeave(person, at));
  const holders = here.filter((person) => !isDeputy(person, key));
  return { everybody, present: holders.length > 0 ? holders : here };
}

function isDeputy({ posts }: Person, key: string): boolean {
  return posts.some((post) => post.deputy === true && deskKey(post.role, post.area, post.unit) === key);
}

function unique(people: readonly Person[]): Person[] {
  return [...new Map(people.map((person) => [person._id, person])).values()];
}
