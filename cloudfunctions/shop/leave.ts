import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { leave as left } from '../../domain/points/exchange';
import { waitingGoods } from '../../domain/points/shop';
import type { Call } from '../kit/serve';
import { trade } from './trade';
import { signed, whose } from './whose';

/** At once; what was ordered goes back, what was earned stays. */
export async function leave({
  input,
  caller: { person },
  command,
  at,
}: Call<'shop.leave'>): Promise<Outputs['shop.leave']> {
  const { household, ties } = await whose('shop.leave', input.household, person, at);
  const { agreedBy } = input;
  if (!ties.has('own') && agreedBy === undefined) throw new Refusal('BAD_INPUT', { path: 'agreedBy' });
  const leaver = { ...signed(person), ...(agreedBy === undefined ? {} : { agreedBy }) };
  const { answer } = await trade(household, {
    command,
    goods: waitingGoods,
    decide: (shop) => left(shop, leaver, at),
    answer: ({ book }) => ({ household: household._id, balance: book.total, asOf: at }),
  });
  return answer;
}
