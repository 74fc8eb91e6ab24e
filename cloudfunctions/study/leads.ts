import type { ParsedOf } from '../../domain/contract/actions';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import type { Lead } from '../../domain/study/session';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';

/**
 * Whom the system knows of those who are to carry a solution out, by the registry's name and post. One read at most.
 * @throws Refusal NOT_FOUND naming the decision whose lead nobody is, or who holds no post
 */
export async function leadsOf(
  decisions: ParsedOf<'study.decide'>['decisions'],
): Promise<(Lead | undefined)[]> {
  const ids = decisions.map((said) => (said.kind === 'solve' ? said.lead.person : undefined));
  const asked = ids.filter((id) => id !== undefined);
  if (asked.length === 0) return ids.map(() => undefined);
  const people = await all('people', (some) => some.where({ _id: _.in([...new Set(asked)]) }).limit(100));
  return ids.map((id, index) => {
    if (id === undefined) return undefined;
    const lead = leadIn(people.find(({ _id }) => _id === id));
    if (!lead) throw new Refusal('NOT_FOUND', { path: `decisions.${index}.lead.person` });
    return lead;
  });
}

function leadIn(person: Person | undefined): Lead | undefined {
  const post = person?.posts[0];
  if (!person || !post) return undefined;
  const { role, area, unit } = post;
  return { person: person._id, name: person.name, role, area, ...(unit ? { unit } : {}) };
}
