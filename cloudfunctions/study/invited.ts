import { type AreaCode, contains } from '../../domain/area/area';
import type { StudyView } from '../../domain/contract/views';
import type { Person, PostRole } from '../../domain/person/person';
import type { StudyLevel } from '../../domain/study/period';
import { _, db } from '../kit/cloud';
import { all } from '../kit/collections';

/** Who sits together at a level: its own desk and the desks just below; departments in the banner. */
const TABLE: Record<StudyLevel, readonly PostRole[]> = {
  village: ['secretary', 'chief'],
  township: ['official', 'secretary', 'handler'],
  banner: ['official', 'handler'],
};

const MOST = 60;

export async function invitedTo(area: AreaCode, level: StudyLevel): Promise<StudyView['invited']> {
  const roles = TABLE[level];
  const desks = db.RegExp({ regexp: `^(${roles.join('|')})@${area}`, options: '' });
  const people = await all('people', (some) => some.where(_.or([{ desks }])).limit(MOST));
  return people.flatMap((person) => seatOf(person, roles, area));
}

function seatOf(person: Person, roles: readonly PostRole[], area: AreaCode): StudyView['invited'] {
  const post = person.posts.find((one) => roles.includes(one.role) && contains(area, one.area));
  if (!post) return [];
  return [
    { person: person._id, name: person.name, role: post.role, ...(post.unit ? { unit: post.unit } : {}) },
  ];
}
