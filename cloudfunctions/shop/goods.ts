import type { Outputs, WaitingOrder } from '../../domain/contract/views';
import type { Person } from '../../domain/person/person';
import type { PointsBook } from '../../domain/points/book';
import { isWaiting } from '../../domain/points/order';
import { householdOf } from '../../domain/points/shop';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import type { Call } from '../kit/serve';
import { countersOf, gridsOf, shelvesOf } from './place';
import { goodViews } from './shown';

/** Households with something to fetch that one look shows, the soonest to lapse first. */
const MOST = 100;

/** The counter: what is on the shelf, and what waits to be fetched. */
export async function goods({ caller: { person }, at }: Call<'shop.goods'>): Promise<Outputs['shop.goods']> {
  const [shelf, books] = await Promise.all([
    all('goods', (some) => some.where({ area: _.in(countersOf(person)) }).limit(1000)),
    waitingBooks(person),
  ]);
  return {
    goods: await goodViews(shelf),
    waiting: books.flatMap(waitingIn).sort((a, b) => a.until - b.until),
    may: shelvesOf(person).length > 0,
    asOf: at,
  };
}

/** A secretary serves the village, a chief the own grid. */
function waitingBooks(person: Person): Promise<PointsBook[]> {
  const mine = _.or([{ area: _.in(shelvesOf(person)) }, { grid: _.in(gridsOf(person)) }]);
  return all('books', (some) =>
    some
      .where(_.and([{ lapseAt: _.gt(0) }, mine]))
      .orderBy('lapseAt', 'asc')
      .limit(MOST),
  );
}

function waitingIn({ account, name: head, orders = [] }: PointsBook): WaitingOrder[] {
  return orders
    .filter(isWaiting)
    .map(({ name, until }) => ({ household: householdOf(account), head, name, until }));
}
