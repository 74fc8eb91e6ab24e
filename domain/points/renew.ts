import type { PointsBook } from './book';
import { mustHaveJoined, type Renewal, wordingOf } from './membership';

/** The household has seen the wording as it is now and goes on. The same book when it had said so. @throws Refusal NOT_NOW */
export function renewed(book: PointsBook, renewal: Renewal): PointsBook {
  mustHaveJoined(book);
  const { joined } = book;
  if (!joined || wordingOf(joined) === renewal.version) return book;
  return { ...book, joined: { ...joined, renewals: [...(joined.renewals ?? []), renewal] } };
}
