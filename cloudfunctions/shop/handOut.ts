import { tiesToShop } from '../../domain/access/account';
import { mayTouch } from '../../domain/access/table';
import type { Outputs } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { PointsBook } from '../../domain/points/book';
import { handOut as handedOut, orderBy } from '../../domain/points/exchange';
import { householdOf } from '../../domain/points/shop';
import { apply } from '../kit/aggregate';
import type { Call } from '../kit/serve';
import { bookOfOrder } from './code';
import { signed } from './whose';

/** The good goes over the counter, once; nobody serves the own household. */
export async function handOut({
  input: { code },
  caller: { person },
  command,
  at,
}: Call<'shop.handOut'>): Promise<Outputs['shop.handOut']> {
  const known = await bookOfOrder(code);
  const household = householdOf(known.account);
  const ties = tiesToShop({ _id: household, area: known.grid ?? known.area }, person, at);
  if (!mayTouch('shop.handOut', ties)) throw new Refusal('NOT_FOUND', { path: 'code' });
  if (ties.has('own')) throw new Refusal('NOT_YOURS', { path: 'code', words: OWN });
  const { answer } = await apply('books', {
    id: known._id,
    known,
    command,
    decide: (book) => handedOut(book, code, signed(person), at),
    answer: (book) => ({ household, head: book.name, ...whatOf(book, code), asOf: at }),
  });
  return answer;
}

function whatOf(book: PointsBook, code: string): { name: string; cost: number } {
  const { name = '', cost = 0 } = orderBy(book, code) ?? {};
  return { name, cost };
}

const OWN = {
  zh: '自己家的，请另一位负责人来办',
  en: 'This is your own household’s; please let somebody else hand it out',
};
