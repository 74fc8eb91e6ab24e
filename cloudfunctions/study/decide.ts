import type { ParsedOf } from '../../domain/contract/actions';
import type { StudyAnswer } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { itemOf } from '../../domain/study/agenda';
import { decideItems } from '../../domain/study/decide';
import type { AgendaItem, Decision, Lead, StudySession } from '../../domain/study/session';
import { apply } from '../kit/aggregate';
import { landSoon } from '../kit/landing';
import type { Call } from '../kit/serve';
import { answerOf } from './answer';
import { leadsOf } from './leads';
import { freshSession, placeOf, type StudyPlace } from './place';
import { waitingAt } from './waiting';

type Said = ParsedOf<'study.decide'>['decisions'];

/** What the session decides, item by item: written into the session first, then carried to each matter. */
export async function decide({ input, caller, command, at }: Call<'study.decide'>): Promise<StudyAnswer> {
  const { person } = caller;
  const place = placeOf('study.decide', input, person, at);
  const { state, answer } = await apply('sessions', {
    id: place.id,
    command,
    fresh: () => freshSession(place),
    decide: async (session) => {
      const items = await itemsFor(session, place, input.decisions);
      const leads = await leadsOf(input.decisions);
      const decided = input.decisions.map((said, index) => ({
        item: items[index]!,
        decision: decisionIn(said, leads[index]),
      }));
      return decideItems(session, decided, { person: person._id, name: person.name }, at);
    },
    answer: (session) => answerOf(session, at),
  });
  await landSoon(state);
  return answer;
}

/** Each matter as it stands at this moment, in one read; what the session holds already needs none. */
async function itemsFor(session: StudySession, place: StudyPlace, said: Said): Promise<AgendaItem[]> {
  const known = new Map(session.items.map((item) => [item.id, item]));
  const asked = said.map(({ item }) => item).filter((id) => !known.has(id));
  const waiting = asked.length > 0 ? await waitingAt(place.area, place.level, asked) : [];
  for (const problem of waiting) known.set(problem._id, itemOf(problem));
  return said.map(({ item }, index) => {
    const found = known.get(item);
    if (!found) throw new Refusal('NOT_FOUND', { path: `decisions.${index}.item` });
    return found;
  });
}

function decisionIn({ item: _, ...said }: Said[number], lead: Lead | undefined): Decision {
  if (said.kind !== 'solve') return said;
  const { name, unit } = said.lead;
  return {
    kind: 'solve',
    lead: lead ?? { name, ...(unit ? { unit } : {}) },
    promisedAt: said.promisedAt,
    ...(said.text ? { text: said.text } : {}),
  };
}
