import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { renewed } from '../../domain/points/renew';
import type { Call } from '../kit/serve';
import { booksOf, keep } from './books';
import { mustLiveHere, signed, whose } from './whose';

/** The wording has changed since it joined: it goes on, by its own tap or by its worker, who has read it out. */
export async function renew({
  input,
  caller: { person },
  command,
  at,
}: Call<'shop.renew'>): Promise<Outputs['shop.renew']> {
  const { household, ties } = await whose('shop.renew', input.household, person, at);
  mustLiveHere(household);
  const { consent: version, agreedBy } = input;
  if (!ties.has('own') && agreedBy === undefined) throw new Refusal('BAD_INPUT', { path: 'agreedBy' });
  const renewal = { at, by: signed(person), version, ...(agreedBy === undefined ? {} : { agreedBy }) };
  const { answer } = await keep(await booksOf(household, at), {
    command,
    decide: (book) => renewed(book, renewal),
    answer: () => ({ household: household._id, asOf: at }),
  });
  return answer;
}
