import { Refusal } from '../error/refusal';
import type { Millis } from '../time/shanghai';
import { type PointsBook, withWaiting } from './book';
import { hasJoined, type Leaver, type Membership, mustHaveJoined } from './membership';

/** The household takes part from now on, again or for the first time. @throws Refusal NOT_NOW when it does already */
export function join(book: PointsBook, membership: Membership): PointsBook {
  if (hasJoined(book))
    throw new Refusal('NOT_NOW', {
      path: 'household',
      words: { zh: '已经参加了', en: 'This household takes part already' },
    });
  const { leftAt, leftBy, ...rest } = book;
  if (!book.joined || leftAt === undefined) return { ...rest, joined: membership };
  const earlier = [...(book.earlier ?? []), { ...book.joined, leftAt, ...(leftBy ? { leftBy } : {}) }];
  return { ...rest, joined: membership, earlier };
}

/**
 * The household takes part no longer. What was earned stays; who waits for points hears that there will be none.
 * @param text why there will be none
 * @throws Refusal NOT_NOW when it does not take part
 */
export function left(book: PointsBook, leftBy: Leaver, at: Millis, text = '已经退出积分'): PointsBook {
  mustHaveJoined(book);
  const by = { person: leftBy.person, name: leftBy.name };
  const answer = { yes: false, at, by, text };
  const asks = book.asks.map((ask) => (ask.answer ? ask : { ...ask, answer }));
  return withWaiting({ ...book, asks, leftAt: at, leftBy });
}

/** What of last year's book goes on in a book that says nothing of it yet: taking part, and the card. */
export function inherited(book: PointsBook, last: PointsBook | null | undefined): PointsBook {
  if (!last?.joined || book.joined) return book;
  const { joined, leftAt, leftBy, card } = last;
  return {
    ...book,
    joined,
    ...(leftAt === undefined ? {} : { leftAt }),
    ...(leftBy ? { leftBy } : {}),
    ...(card && !book.card ? { card } : {}),
  };
}
