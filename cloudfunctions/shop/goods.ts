import type { Outputs, WaitingOrder } from '../../domain/contract/views';
import type { Person } from '../../domain/person/person';
import type { PointsBook } from '../../domain/points/book';
import { isWaiting } from '../../domain/points/order';
import { householdOf } from '../../domain/points/shop';
import { logHouseholds } from '../kit/access-log';
import { _ } from '../kit/cloud';
import { all } from '../kit/collections';
import type { Call } from '../kit/serve';
import { countersOf, gridsOf, shelvesOf } from './place';
import { goodViews } from './shown';

/** Households of a village with something to fetch, the soonest to lapse first; that many in one look. */
const MOST = 300;

/** The counter: what is on the shelf, and what waits to be fetched. */
export async function goods({ caller: { person }, at }: Call<'shop.goods'>): Promise<Outputs['shop.goods']> {
  const villages = countersOf(person);
  const [shelf, books] = await Promise.all([
    all('goods', (some) => some.where({ area: _.in(villages) }).limit(1000)),
    all('books', (some) =>
      some
        .where({ area: _.in(villages), lapseAt: _.gt(0) })
        .orderBy('lapseAt', 'asc')
        .limit(MOST),
    ),
  ]);
  const served = books.filter((book) => serves(person, book));
  await logHouseholds(person, served, at);
  return {
    goods: await goodViews(shelf),
    waiting: served.flatMap(waitingIn).sort((a, b) => a.until - b.until),
    may: shelvesOf(person).length > 0,
    asOf: at,
  };
}

/** A secretary serves the village, a chief the own grid. */
function serves(person: Person, { area, grid }: PointsBook): boolean {
  return shelvesOf(person).includes(area) || (grid !== undefined && gridsOf(person).includes(grid));
}

function waitingIn({ account, name: head, orders = [] }: PointsBook): WaitingOrder[] {
  return orders
    .filter(isWaiting)
    .map(({ name, until }) => ({ household: householdOf(account), head, name, until }));
}
