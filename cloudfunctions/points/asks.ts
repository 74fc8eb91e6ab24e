import { SIGNERS, tiesToSign } from '../../domain/access/account';
import { type AreaCode, areaAt, LENGTH } from '../../domain/area/area';
import type { Outputs, WaitingAsk } from '../../domain/contract/views';
import type { Person } from '../../domain/person/person';
import { ownerOf } from '../../domain/points/account';
import { opensAt } from '../../domain/points/answer';
import type { EntryAsk } from '../../domain/points/ask';
import type { PointsBook } from '../../domain/points/book';
import { cursorOf, type Queued, queueAfter } from '../../domain/points/queue';
import { type Bar, barOf, isBefore } from '../../domain/points/second';
import type { Millis } from '../../domain/time/shanghai';
import { logHouseholds } from '../kit/access-log';
import { inParts } from '../kit/batches';
import { _ } from '../kit/cloud';
import { ruleVersions } from '../kit/rules';
import type { Call } from '../kit/serve';
import { signersOf } from '../kit/signers';
import { whole } from '../kit/whole';
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

/** Asks of one page; so many are looked at together, for most are this person's. */
const PAGE = 30;

/**
 * What waits at this person's desks for a second signature, oldest first; also what they may not answer, and why. Books
 * are read a thousand at a time, who may sign only for the page.
 */
export async function asks({
  input: { after },
  caller: { person },
  at,
}: Call<'points.asks'>): Promise<Outputs['points.asks']> {
  const [books, versions, writes] = await Promise.all([
    whole('books', { waiting: _.in(areasOf(person)) }, FIELDS),
    ruleVersions(),
    after === undefined ? accountsUnder(person) : [],
  ]);
  const mine = books.filter((book) => tiesToSign(book, person).size > 0);
  const { waiting, more } = await pageOf(queueAfter(mine, after), person, at);
  await logHouseholds(
    person,
    waiting.map(({ book }) => book),
    at,
  );
  const view = await viewsOf(waiting.map(({ ask }) => ask));
  const last = waiting.at(-1);
  return {
    asks: waiting.map(({ book: { account, year, name, areaPath }, ask, bar }) => ({
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
    ...(more && last ? { next: cursorOf(last.ask) } : {}),
    asOf: at,
  };
}

type Waiting = Queued<PointsBook> & { bar: Bar | undefined };

/** The first of the queue that have come to this person's desk. One read for each page's worth of the queue. */
async function pageOf(
  queue: readonly Queued<PointsBook>[],
  person: Person,
  at: Millis,
): Promise<{ waiting: Waiting[]; more: boolean }> {
  const waiting: Waiting[] = [];
  for (const some of inParts(queue, 2 * PAGE)) {
    const signers = await signersOf(some.map(({ book }) => book));
    for (const { book, ask } of some) {
      const { party, people } = signers(book);
      if (!isBefore(party, ask, person, people, at)) continue;
      if (waiting.length === PAGE) return { waiting, more: true };
      waiting.push({ book, ask, bar: barOf(party, ask, person) });
    }
  }
  return { waiting, more: false };
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
