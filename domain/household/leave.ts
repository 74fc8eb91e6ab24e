import { maskName } from '../person/name';
import type { Person } from '../person/person';
import { forget } from './ask';
import type { Household } from './household';

/** The household after somebody left it: no wish of theirs stands, and what they said carries no name. */
export function leave(household: Household, { _id, openid }: Pick<Person, '_id' | 'openid'>): Household {
  const { callAsked, ...rest } = openid ? forget(household, openid) : household;
  const words = Object.entries(household.words ?? {}).map(([week, word]) => {
    const mine = word.by.person === _id;
    return [week, mine ? { ...word, by: { ...word.by, name: maskName(word.by.name) } } : word] as const;
  });
  return {
    ...rest,
    ...(callAsked && callAsked.by.person !== _id ? { callAsked } : {}),
    ...(household.words ? { words: Object.fromEntries(words) } : {}),
  };
}
