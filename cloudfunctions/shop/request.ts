import type { Outputs } from '../../domain/contract/views';
import { openAsk } from '../../domain/points/ask';
import { request as requested } from '../../domain/points/request';
import { mustHaveSecond, seconds, withDesks } from '../../domain/points/second';
import { tellAsked } from '../../domain/points/tell';
import { ruleNamed } from '../../domain/points/version';
import { derivedId } from '../kit/derived';
import { deliverSoon } from '../kit/dispatch';
import { ownFiles } from '../kit/files';
import { ruleVersions } from '../kit/rules';
import type { Call } from '../kit/serve';
import { signersOf } from '../kit/signers';
import { booksOf, keep } from './books';
import { mustLiveHere, signed, whose } from './whose';

/** "We did this": asks for points by a rule; the village's yes books them. */
export async function request({
  input: { household: named, rule, text, photos = [] },
  caller: { person },
  command,
  at,
}: Call<'shop.request'>): Promise<Outputs['shop.request']> {
  const { household } = await whose('shop.request', named, person, at);
  mustLiveHere(household);
  ownFiles(photos, person, 'photos');
  const [books, versions] = await Promise.all([booksOf(household, at), ruleVersions()]);
  const { party, people } = (await signersOf([books.book]))(books.book);
  const asking = { id: derivedId('q', person, command), by: signed(person), at };
  const { state, answer, replayed } = await keep(books, {
    command,
    decide: (book) => {
      const after = requested(book, versions, { rule, text, photos }, asking);
      const ask = openAsk(after, asking.id);
      const others = seconds(party, ask, people, at);
      mustHaveSecond(others, 'household');
      const told = tellAsked(after, ask, others, ruleNamed(versions, ask), at);
      return withDesks(told, party, people, at);
    },
    answer: () => ({ household: household._id, ask: asking.id, asOf: at }),
  });
  if (!replayed) await deliverSoon('books', state);
  return answer;
}
