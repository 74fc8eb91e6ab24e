import { randomBytes } from 'node:crypto';
import type { Outputs } from '../../domain/contract/views';
import { CODE_LENGTH, codeFrom } from '../../domain/household/invite';
import { exchange } from '../../domain/points/exchange';
import { hear } from '../../domain/points/hear';
import { keptUntil } from '../../domain/points/order';
import type { Shop } from '../../domain/points/shop';
import { derivedId } from '../kit/derived';
import { deliverSoon } from '../kit/dispatch';
import type { Call } from '../kit/serve';
import { earsOf } from './ears';
import { trade } from './trade';
import { mustLiveHere, serves, signed, whose } from './whose';

/**
 * Points for a good, which then waits to be fetched by a code. The household hears of what others order for it; at the
 * counter the code is not told.
 */
export async function order({
  input: { household: named, good },
  caller: { person },
  command,
  at,
}: Call<'shop.order'>): Promise<Outputs['shop.order']> {
  const { household, ties } = await whose('shop.order', named, person, at);
  mustLiveHere(household);
  const people = ties.has('own') ? [] : await earsOf(household._id, at, person._id);
  const id = derivedId('o', person, command);
  const by = signed(person);
  const wish = { id, good, code: codeFrom(randomBytes(CODE_LENGTH)), by };
  const { books, answer } = await trade(household, {
    command,
    goods: () => [good],
    decide: (shop) => toldOf(exchange(shop, wish, at), id, { kind: 'order-made', people, by, at }),
    answer: ({ book }) => ({
      household: household._id,
      order: id,
      ...(serves({ ties }) ? {} : { code: wish.code }),
      until: keptUntil(at),
      balance: book.total,
      asOf: at,
    }),
  });
  for (const book of books) if (book.outbox.length > 0) await deliverSoon('books', book);
  return answer;
}

function toldOf(shop: Shop, id: string, hearing: Parameters<typeof hear>[2]): Shop {
  const made = shop.book.orders?.find((one) => one.id === id);
  return made ? { ...shop, book: hear(shop.book, made, hearing) } : shop;
}
