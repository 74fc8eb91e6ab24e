import type { Outputs } from '../../domain/contract/views';
import { addItem } from '../../domain/study/decide';
import { apply } from '../kit/aggregate';
import { derivedId } from '../kit/derived';
import type { Call } from '../kit/serve';
import { freshSession, placeOf } from './place';

/** An item that nobody reported. Its id follows from the command, so that a repetition finds itself. */
export async function add({
  input,
  caller: { person },
  command,
  at,
}: Call<'study.add'>): Promise<Outputs['study.add']> {
  const place = placeOf('study.add', input, person, at);
  const item = derivedId('o', person, command);
  const { answer } = await apply('sessions', {
    id: place.id,
    command,
    fresh: () => freshSession(place),
    decide: (session) => addItem(session, item, input.text, at),
    answer: () => ({ session: place.id, item, asOf: at }),
  });
  return answer;
}
