import type { ParsedOf } from '../../domain/contract/actions';
import { Refusal } from '../../domain/error/refusal';
import { deskKey, type Person } from '../../domain/person/person';
import type { Party } from '../../domain/problem/party';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';

export type PartyInput = ParsedOf<'problem.assign'>['party'];

interface Asked {
  party?: PartyInput | undefined;
  parties?: PartyInput[] | undefined;
}

/**
 * Who is meant, by name; a desk at which nobody sits can be given nothing. One read.
 * @throws Refusal NOT_FOUND naming the field
 */
export async function resolve({ party, parties }: Asked): Promise<{ party?: Party; parties?: Party[] }> {
  const asked = [...(party ? [party] : []), ...(parties ?? [])];
  if (asked.length === 0) return {};
  const people = await peopleOf(asked);
  return {
    ...(party ? { party: meant(party, people, 'party') } : {}),
    ...(parties ? { parties: parties.map((one, nth) => meant(one, people, `parties.${nth}`)) } : {}),
  };
}

function peopleOf(asked: readonly PartyInput[]): Promise<Person[]> {
  const ids = asked.flatMap((one) => ('person' in one ? [one.person] : []));
  const keys = asked.flatMap((one) => ('person' in one ? [] : [deskKey(one.role, one.area, one.unit)]));
  return all('people', (people) =>
    people.where(_.or([{ _id: _.in(ids) }, { desks: _.in(keys) }])).limit(100),
  );
}

function meant(asked: PartyInput, people: readonly Person[], path: string): Party {
  if ('person' in asked) {
    const person = people.find(({ _id }) => _id === asked.person);
    const post = person?.posts[0];
    if (!person || !post) throw nobody(path);
    return { kind: 'person', key: person._id, role: post.role, area: post.area, name: person.name };
  }
  const { role, area, unit } = asked;
  const key = deskKey(role, area, unit);
  const seated = people.find(({ desks }) => desks.includes(key));
  if (!seated) throw nobody(path);
  return { kind: 'desk', key, role, area, ...(unit ? { unit } : {}), name: seated.name };
}

function nobody(path: string): Refusal {
  return new Refusal('NOT_FOUND', {
    path,
    words: { zh: '这里现在没有人', en: 'Nobody sits there now' },
  });
}
