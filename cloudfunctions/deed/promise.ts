import { relationsTo } from '../../domain/access/relation';
import type { Outputs } from '../../domain/contract/views';
import { promiseDeed } from '../../domain/deed/decide';
import type { Deed } from '../../domain/deed/deed';
import { placesOf } from '../../domain/deed/place';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import type { Millis } from '../../domain/time/shanghai';
import { apply } from '../kit/aggregate';
import { one } from '../kit/collections';
import { derivedId } from '../kit/derived';
import { deliverSoon } from '../kit/dispatch';
import type { Call } from '../kit/serve';

/** A promise of an organisation by its desk, or of a member for themselves. */
export async function promise({
  input,
  caller: { person },
  command,
  at,
}: Call<'deed.promise'>): Promise<Outputs['deed.promise']> {
  const place = placesOf(person).find(({ list }) => list === input.list);
  if (!place) throw new Refusal('NOT_YOURS', { path: 'list' });
  if (input.dueAt <= at) throw new Refusal('BAD_INPUT', { path: 'dueAt' });
  const id = derivedId('d', person, command);
  const owner = { person: person._id, name: person.name };
  const { state, answer, replayed } = await apply('deeds', {
    id,
    command,
    fresh: async () =>
      promiseDeed(
        {
          id,
          list: place.list,
          area: place.area,
          areaPath: place.areaPath,
          owner,
          promise: input.promise,
          responsible: input.responsible ? responsibleIn(input.responsible) : owner,
          dueAt: input.dueAt,
          source: input.problem ? await fromProblem(input.problem, person, at) : { kind: 'own' },
        },
        at,
      ),
    decide: (deed) => deed,
    answer: () => ({ deed: id, asOf: at }),
  });
  if (!replayed) await deliverSoon('deeds', state);
  return answer;
}

function responsibleIn(said: { name: string; unit?: string | undefined; person?: string | undefined }) {
  return {
    name: said.name,
    ...(said.unit ? { unit: said.unit } : {}),
    ...(said.person ? { person: said.person } : {}),
  };
}

/** Only somebody who may see the matter can make a promise of it. */
async function fromProblem(id: string, person: Person, at: Millis): Promise<Deed['source']> {
  const problem = await one('problems', id);
  if (!problem || relationsTo(problem, person, at).size === 0)
    throw new Refusal('NOT_FOUND', { path: 'problem' });
  return { kind: 'problem', id };
}
