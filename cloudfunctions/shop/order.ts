import { randomBytes } from 'node:crypto';
import type { Outputs } from '../../domain/contract/views';
import { CODE_LENGTH, codeFrom } from '../../domain/household/invite';
import { exchange } from '../../domain/points/exchange';
import { keptUntil } from '../../domain/points/order';
import type { Call } from '../kit/serve';
import { derivedId } from './derived';
import { trade } from './trade';
import { mustLiveHere, signed, whose } from './whose';

/** Points for a good, which then waits to be fetched by a code. */
export async function order({
  input: { household: named, good },
  caller: { person },
  command,
  at,
}: Call<'shop.order'>): Promise<Outputs['shop.order']> {
  const { household } = await whose('shop.order', named, person, at);
  mustLiveHere(household);
  const id = derivedId('o', person, command);
  const wish = { id, good, code: codeFrom(randomBytes(CODE_LENGTH)), by: signed(person) };
  const { answer } = await trade(household, {
    command,
    goods: () => [good],
    decide: (shop) => exchange(shop, wish, at),
    answer: ({ book }) => ({
      household: household._id,
      order: id,
      code: wish.code,
      until: keptUntil(at),
      balance: book.total,
      asOf: at,
    }),
  });
  return answer;
}
