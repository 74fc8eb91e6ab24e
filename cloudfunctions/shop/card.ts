import { randomBytes } from 'node:crypto';
import type { Outputs } from '../../domain/contract/views';
import { CODE_LENGTH, codeFrom } from '../../domain/household/invite';
import { mustHaveAgreed } from '../../domain/points/membership';
import type { Call } from '../kit/serve';
import { codePicture } from '../kit/wx';
import { booksOf, keep } from './books';
import { mustLiveHere, signed, whose } from './whose';

/** Where a scanned card leads; its code is the scene. Only the village's counter sees anything there. */
const PAGE = 'pages/counter/index';

/** A paper card for people without a phone, to be printed. */
export async function card({
  input,
  caller: { person },
  command,
  at,
}: Call<'shop.card'>): Promise<Outputs['shop.card']> {
  const { household } = await whose('shop.card', input.household, person, at);
  mustLiveHere(household);
  const fresh = { code: codeFrom(randomBytes(CODE_LENGTH)), at, by: signed(person) };
  const { answer } = await keep(await booksOf(household, at), {
    command,
    decide: (book) => {
      mustHaveAgreed(book);
      return { ...book, card: fresh };
    },
    answer: (book) => ({
      household: household._id,
      head: household.head,
      code: book.card?.code ?? fresh.code,
      asOf: at,
    }),
  });
  const image = await codePicture(PAGE, answer.code);
  return { ...answer, ...(image ? { image } : {}) };
}
