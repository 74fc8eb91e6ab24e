import type { Household } from '../household/household';
import { owe } from '../notice/notice';
import type { Millis } from '../time/shanghai';
import type { PointsBook } from './book';

interface Hearing {
  /** The household that takes over. */
  heir: Pick<Household, '_id' | 'head'>;
  /** Who lives there; nobody is nobody. */
  people: readonly string[];
  at: Millis;
}

/** The family hears what has come over; owed by the book it came into. */
export function hearMerged(into: PointsBook, from: PointsBook, hearing: Hearing): PointsBook {
  return hear(into, 'points-merged', from, hearing);
}

/** The family hears that its points are kept until it takes part; owed by the book they lie in. */
export function hearKept(from: PointsBook, hearing: Hearing): PointsBook {
  return hear(from, 'points-kept', from, hearing);
}

function hear(
  owing: PointsBook,
  kind: 'points-merged' | 'points-kept',
  { _id, rev, name, year, total: amount }: PointsBook,
  { heir, people, at }: Hearing,
): PointsBook {
  if (people.length === 0 || amount <= 0) return owing;
  return owe(owing, {
    key: `${_id}.${kind}.${rev}`,
    kind,
    to: { people: [...people] },
    about: { kind: 'shop', id: heir._id },
    urgent: false,
    at,
    facts: { name: heir.head, areaPath: owing.areaPath, year, what: name, amount },
  });
}
