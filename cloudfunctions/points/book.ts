import { tiesToBook, tiesToSign } from '../../domain/access/account';
import { mayCall, mayTouch } from '../../domain/access/table';
import type { BookView } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import { type AccountId, bookId, ownAccounts, type Year } from '../../domain/points/account';
import { isAskable, takesPart } from '../../domain/points/award';
import { inOrder, type PointsBook } from '../../domain/points/book';
import { lastDueMonth, monthAfter, settlesAt } from '../../domain/points/calendar';
import { isTakenOn } from '../../domain/points/reverse';
import type { RuleVersion } from '../../domain/points/rule';
import { type Millis, shanghai } from '../../domain/time/shanghai';
import { logAccess } from '../kit/access-log';
import { bookOf } from '../kit/book';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { ruleVersions } from '../kit/rules';
import type { Call } from '../kit/serve';
import { handRules, viewsOf, wordsOf } from './view';

/** So many years can be looked back at. */
const YEARS = 5;

/** "Why is my score this?": every entry with its cause and the rule that held then. A look at another's is written down. */
export async function book({ input, caller: { person }, at }: Call<'points.book'>): Promise<BookView> {
  const running = Number(shanghai(at).format('YYYY'));
  const { account = ownAccounts(person)[0], year = String(running) } = input;
  if (!account) throw new Refusal('NOT_FOUND', { path: 'account' });
  const [found, versions, years] = await Promise.all([
    bookOf(account, year, at),
    ruleVersions(),
    yearsOf(account, running),
  ]);
  const ties = tiesToBook(found, person);
  if (!mayTouch('points.book', ties)) throw new Refusal('NOT_YOURS', { path: 'account' });
  if (!ties.has('own'))
    await logAccess(person, { at, what: 'points', area: found.area, masked: false, count: 1 });
  const { total, settled, closed, name, areaPath, kind } = found;
  const entries = inOrder(found).reverse();
  const view = await viewsOf(found.asks);
  return {
    account,
    kind,
    name,
    areaPath,
    year,
    years: [...new Set([...years, year])].sort().reverse(),
    total,
    ...(settled ? { settled } : {}),
    nextAt: settlesAt(monthAfter(lastDueMonth(at))),
    ...(closed ? { closedAt: closed.at } : {}),
    entries,
    rules: rulesOf([...entries, ...found.asks], versions),
    asks: found.asks.map(view),
    may: mayIn(found, versions, person, at),
    asOf: at,
  };
}

async function yearsOf(account: AccountId, running: number): Promise<Year[]> {
  const ids = Array.from({ length: YEARS }, (_none, back) => bookId(account, String(running - back)));
  const found = await all('books', (books) => books.where({ _id: _.in(ids) }).field({ year: true }));
  return found.map(({ year }) => year);
}

function rulesOf(
  made: readonly { version: string; rule: string }[],
  versions: readonly RuleVersion[],
): BookView['rules'] {
  const pairs = new Map(made.map(({ version, rule }) => [`${version} ${rule}`, { version, rule }]));
  return Object.fromEntries(
    [...pairs].flatMap(([key, pair]) => {
      const words = wordsOf(versions, pair);
      return words ? [[key, words]] : [];
    }),
  );
}

/** What this reader may ask for here; a second person answers. */
function mayIn(
  found: PointsBook,
  versions: readonly RuleVersion[],
  person: Person,
  at: Millis,
): BookView['may'] {
  const ties = tiesToSign(found, person);
  const may = (action: 'points.award' | 'points.reverse') =>
    mayCall(action, person) && mayTouch(action, ties);
  return {
    award:
      may('points.award') && takesPart(found) && isAskable(found.year, at)
        ? handRules(versions, found.kind, at)
        : [],
    reverse: may('points.reverse') && !isTakenOn(found),
  };
}
