import { Refusal } from '../error/refusal';
import type { Millis } from '../time/shanghai';
import { type Asking, type AskWords, newAsk } from './ask';
import { booked, type PointsBook, withWaiting } from './book';
import { type Cause, causeOf, type PointsEntry } from './entry';

/**
 * 冲销: asks that an entry be taken back. It stays where it is; a second one, linked to it, undoes it.
 * @throws Refusal NOT_FOUND at cause; NOT_NOW when it is undone, is itself an undoing, or waits for an answer already;
 * NOT_NOW at year when it is a household's of a closed year, at account when its points are another household's
 */
export function askReverse(book: PointsBook, cause: Cause, words: AskWords, asking: Asking): PointsBook {
  const { rule, version, amount } = standing(book, cause);
  mustStayHere(book, amount);
  if (book.asks.some((ask) => ask.cause === cause && !ask.answer)) throw done('cause');
  const ask = newAsk({ kind: 'reverse', rule, version, amount: -amount, cause }, words, asking);
  return withWaiting({ ...book, asks: [...book.asks, ask] });
}

/** An entry that counts. What was exchanged for goods comes back through the shop, which also has the good. */
function standing({ entries }: PointsBook, cause: Cause): PointsEntry {
  const entry = Object.hasOwn(entries, cause) ? entries[cause] : undefined;
  if (!entry) throw new Refusal('NOT_FOUND', { path: 'cause' });
  if (!isReversible(entry)) throw done('cause');
  return entry;
}

export function isReversible({ reverses, reversedBy, evidence: { kind } }: PointsEntry): boolean {
  return reverses === undefined && reversedBy === undefined && kind !== 'order' && kind !== 'book';
}

type Signatures = Pick<PointsEntry, 'text' | 'by' | 'approvedBy'>;

/**
 * The book with that entry taken back by one linked entry of the same month, so that month, year and every cap
 * stand as if it had never been. Its cause is derived from the other's: there can be only one.
 * @throws Refusal NOT_FOUND, NOT_NOW at cause; NOT_NOW at year, account or amount when a household's points have
 * moved on or are spent
 */
export function reversed(book: PointsBook, cause: Cause, signed: Signatures, at: Millis): PointsBook {
  const entry = standing(book, cause);
  mustStayHere(book, entry.amount);
  if (book.kind === 'household' && book.total - entry.amount < 0) {
    throw new Refusal('NOT_NOW', {
      path: 'amount',
      words: { zh: '这些分已经换了东西', en: 'These points have been spent' },
    });
  }
  const back = causeOf('back', cause);
  const { rule, version, month } = entry;
  const undoing: PointsEntry = {
    cause: back,
    rule,
    version,
    amount: -entry.amount,
    month,
    at,
    bookedAt: at,
    evidence: { kind: 'entry', id: cause },
    ...signed,
    reverses: cause,
  };
  const linked = { ...book, entries: { ...book.entries, [cause]: { ...entry, reversedBy: back } } };
  return booked(linked, [undoing]);
}

type Whereabouts = Pick<PointsBook, 'kind' | 'closed' | 'mergedInto' | 'total'>;

/**
 * What a household had when the year closed is in the next year's book, and what it had when it was merged in the other
 * one's, perhaps spent: it cannot be taken from this one.
 */
export function isTakenOn({ kind, closed, mergedInto, total }: Whereabouts): boolean {
  return kind === 'household' && (closed !== undefined || (mergedInto !== undefined && total === 0));
}

/** @throws Refusal NOT_NOW at year or account */
function mustStayHere(book: PointsBook, amount: number): void {
  if (!isTakenOn(book) || amount < 0) return;
  if (book.mergedInto !== undefined) throw new Refusal('NOT_NOW', { path: 'account', words: MERGED });
  throw new Refusal('NOT_NOW', {
    path: 'year',
    words: {
      zh: '这一年已经结账，余额转到下一年了，住户的这笔不再冲销',
      en: 'That year is closed and the balance has moved on: a household’s entry of it is not undone any more',
    },
  });
}

const MERGED = {
  zh: '这一户并到另一户了，积分归了那一户，这里的不再冲销',
  en: 'This household was merged into another, and its points with it: nothing is undone here any more',
};

function done(path: string): Refusal {
  return new Refusal('NOT_NOW', {
    path,
    words: { zh: '这一笔已经冲销，或正在等人同意', en: 'This entry is undone, or waits to be' },
  });
}
