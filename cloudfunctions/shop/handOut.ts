import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { handOut as handedOut, orderShown } from '../../domain/points/counter';
import { hear } from '../../domain/points/hear';
import { apply } from '../kit/aggregate';
import { deliverSoon } from '../kit/dispatch';
import type { Call } from '../kit/serve';
import { booksOf, bookWithOrder } from './books';
import { householdBehind } from './code';
import { earsOf } from './ears';
import { signed, whose } from './whose';

/**
 * The good goes over the counter, once, for the order's code or the family's card; the family hears of it. Nobody serves
 * the own household, nor hands out what they ordered themselves.
 */
export async function handOut({
  input: { code, order: named },
  caller: { person },
  command,
  at,
}: Call<'shop.handOut'>): Promise<Outputs['shop.handOut']> {
  const { household, ties } = await whose('shop.handOut', await householdBehind(code), person, at, 'code');
  if (ties.has('own')) throw new Refusal('NOT_YOURS', { path: 'code', words: OWN });
  const by = signed(person);
  const [books, people] = await Promise.all([booksOf(household, at), earsOf(household._id, at, person._id)]);
  const order = orderShown(books, code, named, by);
  const known = bookWithOrder(books, order);
  const { state, answer, replayed } = await apply('books', {
    id: known._id,
    known,
    command,
    decide: (book) =>
      hear(handedOut(book, order.id, by, at), order, { kind: 'order-fetched', people, by, at }),
    answer: ({ name: head }) => ({
      household: household._id,
      head,
      name: order.name,
      cost: order.cost,
      asOf: at,
    }),
  });
  if (!replayed) await deliverSoon('books', state);
  return answer;
}

const OWN = {
  zh: '自己家的，请另一位负责人来办',
  en: 'This is your own household’s; please let somebody else hand it out',
};
