import type { PointsKind } from '../notice/kinds';
import { owe } from '../notice/notice';
import type { Millis } from '../time/shanghai';
import type { PointsBook } from './book';
import type { Signatory } from './entry';
import type { Order } from './order';
import { householdOf } from './shop';

type OrderKind = Extract<PointsKind, `order-${string}`>;

interface Hearing {
  kind: OrderKind;
  /** Who of the household, or for it, hears it; nobody is nobody. */
  people: readonly string[];
  /** Who did it, when it was somebody else. */
  by?: Signatory;
  at: Millis;
}

/** The household hears what becomes of its order. */
export function hear(book: PointsBook, order: Order, { kind, people, by, at }: Hearing): PointsBook {
  if (people.length === 0) return book;
  const { id, name, cost, until } = order;
  return owe(book, {
    key: `${book._id}.${id}.${kind}`,
    kind,
    to: { people: [...people] },
    about: { kind: 'shop', id: householdOf(book.account) },
    urgent: false,
    at,
    facts: {
      name: book.name,
      areaPath: book.areaPath,
      year: book.year,
      what: name,
      amount: -cost,
      until,
      ...(by ? { text: by.name } : {}),
    },
  });
}
