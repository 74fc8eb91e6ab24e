import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { join as joined } from '../../domain/points/join';
import type { Call } from '../kit/serve';
import { booksOf, keep } from './books';
import { followMergesInto } from './merge';
import { mustLiveHere, signed, whose } from './whose';

/** By the household itself, or by its worker for a family that said yes without a phone. */
export async function join({
  input,
  caller: { person },
  command,
  at,
}: Call<'shop.join'>): Promise<Outputs['shop.join']> {
  const { household, ties } = await whose('shop.join', input.household, person, at);
  mustLiveHere(household);
  const { consent: version, agreedBy } = input;
  if (!ties.has('own') && agreedBy === undefined) throw new Refusal('BAD_INPUT', { path: 'agreedBy' });
  const membership = { at, by: signed(person), version, ...(agreedBy === undefined ? {} : { agreedBy }) };
  const { answer } = await keep(await booksOf(household, at), {
    command,
    decide: (book) => joined(book, membership),
    answer: () => ({ household: household._id, asOf: at }),
  });
  await followMergesInto(household._id, at);
  return answer;
}
