import type { Outputs } from '../../domain/contract/views';
import { cancel as cancelled } from '../../domain/points/exchange';
import { waitingGoods } from '../../domain/points/shop';
import type { Call } from '../kit/serve';
import { trade } from './trade';
import { signed, whose } from './whose';

/** Not fetched after all: points and good go back. */
export async function cancel({
  input,
  caller: { person },
  command,
  at,
}: Call<'shop.cancel'>): Promise<Outputs['shop.cancel']> {
  const { household } = await whose('shop.cancel', input.household, person, at);
  const { answer } = await trade(household, {
    command,
    goods: (books) => waitingGoods(books, input.order),
    decide: (shop) => cancelled(shop, input.order, signed(person), at),
    answer: ({ book }) => ({ household: household._id, balance: book.total, asOf: at }),
  });
  return answer;
}
