import { SIGNERS, tiesToSign } from '../../domain/access/account';
import { type AreaCode, areaAt, LENGTH } from '../../domain/area/area';
import type { Outputs, WaitingAsk } from '../../domain/contract/views';
import type { Person } from '../../domain/person/person';
import { ownerOf } from '../../domain/points/account';
import { opensAt } from '../../domain/points/answer';
import type { EntryAsk } from '../../domain/points/ask';
import { barOf, isBefore } from '../../domain/points/second';
import { logHouseholds } from '../kit/access-log';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { ruleVersions } from '../kit/rules';
import type { Call } from '../kit/serve';
import { signersOf } from '../kit/signers';
import { accountsUnder } from './under';
import { handRules, viewsOf, wordsOf } from './view';

const FIELDS = {
  account: true,
  year: true,
  area: true,
  areaPath: true,
  grid: true,
  name: true,
  asks: true,
};

/** What waits at this person's desks for a second signature, oldest first; also what they may not answer, and why. */
export async function asks({ caller: { person }, at }: Call<'points.asks'>): Promise<Outputs['points.asks']> {
  const [books, versions, writes] = await Promise.all([
    all('books', (some) =>
      some
        .where({ waiting: _.in(areasOf(person)) })
        .field(FIELDS)
        .limit(1000),
    ),
    ruleVersions(),
    accountsUnder(person),
  ]);
  const mine = books.filter((book) => tiesToSign(book, person).size > 0);
  const signers = await signersOf(mine);
  const waiting = mine.flatMap((book) => {
    const { party, people } = signers(book);
    return book.asks
      .filter((ask) => !ask.answer && isBefore(party, ask, person, people, at))
      .map((ask) => ({ book, ask, bar: barOf(party, ask, person) }));
  });
  await logHouseholds(
    person,
    waiting.map(({ book }) => book),
    at,
  );
  const view = await viewsOf(waiting.map(({ ask }) => ask));
  return {
    asks: waiting
      .sort((a, b) => a.ask.at - b.ask.at)
      .map(({ book: { account, year, name, areaPath }, ask, bar }) => ({
        account,
        year,
        kind: ownerOf(account).kind,
        name,
        areaPath,
        ask: view(ask),
        rule: wordsOf(versions, ask) ?? UNKNOWN,
        ...opening(ask),
        ...(bar ? { barred: bar } : {}),
      })),
    writes: writes
      .map((one) => ({ ...one, rules: handRules(versions, one.kind, at) }))
      .filter(({ rules }) => rules.length > 0),
    asOf: at,
  };
}

const NOTHING = { zh: '', en: '' };
const UNKNOWN = { name: NOTHING, text: NOTHING, evidence: NOTHING };

function opening(ask: EntryAsk): Pick<WaitingAsk, 'opensAt'> {
  const from = opensAt(ask);
  return from === undefined ? {} : { opensAt: from };
}

/** A chief's grid waits under its village. */
function areasOf({ posts }: Person): AreaCode[] {
  return posts
    .filter(({ role }) => SIGNERS.includes(role))
    .map(({ area }) => (area.length > LENGTH.village ? areaAt(area, 'village') : area));
}
