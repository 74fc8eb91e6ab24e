import type { RewardView, ShopView } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import type { PointsBook } from '../../domain/points/book';
import { closesAt } from '../../domain/points/calendar';
import { hasAgreed, hasJoined, wordingOf } from '../../domain/points/membership';
import { KEPT_DAYS } from '../../domain/points/order';
import { type Reward, rewardsAt } from '../../domain/points/request';
import { ordersOf } from '../../domain/points/shop';
import { logAccess } from '../kit/access-log';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import { ruleVersions } from '../kit/rules';
import type { Call } from '../kit/serve';
import { type Books, booksOf } from './books';
import { householdBehind } from './code';
import { asksOf, goodViews, linesOf, namer, orderViews } from './shown';
import { serves, type Whose, whose } from './whose';

/** A household's points: what it has, what gives some, what they buy, what waits to be fetched. A look at another's is written down. */
export async function open({ input, caller: { person }, at }: Call<'shop.open'>): Promise<ShopView> {
  const { code } = input;
  const named = code === undefined ? input.household : await householdBehind(code);
  const { household, ties } = await whose('shop.open', named, person, at);
  const [books, versions] = await Promise.all([booksOf(household, at), ruleVersions()]);
  if (code !== undefined && !opens(books, code)) throw new Refusal('NOT_FOUND', { path: 'code' });
  const { book } = books;
  if (!ties.has('own'))
    await logAccess(person, { at, what: 'points', area: book.area, masked: false, count: 1 });
  const shelf = await all('goods', (some) =>
    some.where({ area: book.area, unlistedAt: _.exists(false) }).limit(200),
  );
  const nameOf = namer(versions);
  return {
    household: { id: household._id, head: household.head },
    year: book.year,
    ...(book.joined ? { joinedAt: book.joined.at } : {}),
    ...(book.leftAt === undefined ? {} : { leftAt: book.leftAt }),
    ...renewing(book),
    balance: book.total,
    ...comingIn(books),
    lines: linesOf(book, nameOf),
    rewards: rewardsAt(versions, at).map(rewardView),
    asks: asksOf(book, nameOf),
    goods: await goodViews(shelf),
    keptDays: KEPT_DAYS,
    orders: orderViews(books, { person: person._id, serving: serves({ ties }), code }),
    ...(book.card ? { card: { at: book.card.at } } : {}),
    as: standingOf(ties),
    asOf: at,
  };
}

function renewing(book: PointsBook): Pick<ShopView, 'renew'> {
  return book.joined && hasJoined(book) && !hasAgreed(book) ? { renew: wordingOf(book.joined) } : {};
}

function rewardView({ id, name, text, evidence, amount }: Reward): RewardView {
  return { id, name, text, evidence, amount };
}

/** An order's code, or the card that holds now. */
function opens(books: Books, code: string): boolean {
  return books.book.card?.code === code || ordersOf(books).some((order) => order.code === code);
}

function comingIn({ last }: Books): Pick<ShopView, 'coming'> {
  return last && !last.closed && last.total !== 0
    ? { coming: { amount: last.total, at: closesAt(last.year) } }
    : {};
}

function standingOf(ties: Whose['ties']): ShopView['as'] {
  if (ties.has('own')) return 'own';
  return ties.has('linked') ? 'linked' : 'counter';
}
